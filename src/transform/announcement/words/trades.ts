/** What firms make or trade in: a phrase of nothing else says what a firm is, not what it is called. */
export const TRADES: readonly string[] =
  '机器人 硬件 软件 芯片 半导体 游戏 物流 医疗 医药 制药 电池 材料 新材料 传感器 光学 影像 眼镜 航天 商业航天 量子 量子计算 算力 数据 云计算 营销 广告 咨询 教育 食品 餐饮 茶饮 咖啡 服装 美妆 汽车 出行 能源 新能源 储能 光伏 影视 短剧 动画 音频 视频 玩具 潮玩 安全 支付 保险 跨境 电商 零售 消费 新消费 企业服务 低空经济 脑机接口 编程 搜索 写作 招聘 创新药 固态电池 核聚变 无人机 割草 扫地 陪伴 数据中心 大模型 具身智能 自动驾驶 智能驾驶 智驾 物理AI 工业AI AI'.split(
    ' ',
  )
