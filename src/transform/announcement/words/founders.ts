/** People headlines name for their firms: "甲融资3亿" of one of these leaves the firm unnamed. */
export const FOUNDERS: readonly string[] =
  '马斯克 奥特曼 阿尔特曼 贝索斯 贝佐斯 扎克伯格 小扎 黄仁勋 老黄 苏姿丰 孙正义 李飞飞 杨立昆 吴恩达 李开复 王小川 杨植麟 闫俊杰 梁文锋 王兴 王兴兴 稚晖君 彭志辉 张一鸣 马云 马化腾 刘强东 雷军 罗永浩 贾跃亭 李斌 李想 何小鹏 周鸿祎 李彦宏 丁磊 黄峥 陈天桥 蔡浩宇 俞敏洪 王健林 许家印 宗馥莉 比尔·盖茨 盖茨 巴菲特'.split(
    ' ',
  )
