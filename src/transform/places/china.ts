/**
 * Provinces of China by ISO 3166-2, with their cities at prefecture level, as divided at the end of 2023, and the county
 * cities and new areas that firms name as their seat.
 */
const CITIES: Readonly<Record<string, string>> = {
  'CN-BJ': '北京 中关村 亦庄',
  'CN-TJ': '天津 滨海新区',
  'CN-HE': '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安',
  'CN-SX': '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
  'CN-NM':
    '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善',
  'CN-LN': '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛',
  'CN-JL': '长春 吉林市 四平 辽源 通化 白山市 松原 白城 延边',
  'CN-HL': '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭',
  'CN-SH': '上海 浦东 张江 临港',
  'CN-JS':
    '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 太仓 宜兴',
  'CN-ZJ': '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 余杭 海宁 桐乡 慈溪 余姚',
  'CN-AH': '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山市 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  'CN-FJ': '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江',
  'CN-JX': '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶',
  'CN-SD': '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽',
  'CN-HA':
    '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源',
  'CN-HB': '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 光谷',
  'CN-HN': '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西',
  'CN-GD':
    '广州 深圳 珠海 汕头 佛山 韶关 河源 梅州 惠州 汕尾 东莞 中山市 江门 阳江 湛江 茂名 肇庆 清远 潮州 揭阳 云浮 横琴 松山湖',
  'CN-GX': '南宁 柳州 桂林 梧州 北海市 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  'CN-HI': '海口 三亚 三沙 儋州',
  'CN-CQ': '重庆',
  'CN-SC':
    '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山',
  'CN-GZ': '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 贵安',
  'CN-YN': '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆',
  'CN-XZ': '拉萨 日喀则 昌都 林芝 山南市 那曲 阿里地区',
  'CN-SN': '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 西咸',
  'CN-GS': '兰州 嘉峪关 金昌 白银市 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南',
  'CN-QH': '西宁 海东 海北 黄南 海南州 果洛 玉树 海西',
  'CN-NX': '银川 石嘴山 吴忠 固原 中卫',
  'CN-XJ':
    '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子',
  'CN-HK': '香港',
  'CN-MO': '澳门',
  'CN-TW': '台北 新竹 台中 高雄 台南 桃园市 新北市',
}

const PROVINCES: Readonly<Record<string, string>> = {
  'CN-HE': '河北',
  'CN-SX': '山西',
  'CN-NM': '内蒙古',
  'CN-LN': '辽宁',
  'CN-JL': '吉林',
  'CN-HL': '黑龙江',
  'CN-JS': '江苏',
  'CN-ZJ': '浙江',
  'CN-AH': '安徽',
  'CN-FJ': '福建',
  'CN-JX': '江西',
  'CN-SD': '山东',
  'CN-HA': '河南',
  'CN-HB': '湖北',
  'CN-HN': '湖南',
  'CN-GD': '广东',
  'CN-GX': '广西',
  'CN-HI': '海南',
  'CN-SC': '四川',
  'CN-GZ': '贵州',
  'CN-YN': '云南',
  'CN-XZ': '西藏',
  'CN-SN': '陕西',
  'CN-GS': '甘肃',
  'CN-QH': '青海',
  'CN-NX': '宁夏',
  'CN-XJ': '新疆',
  'CN-TW': '台湾',
}

/** The way they are written in English; the place names that are words of their own are left out. */
const IN_ENGLISH: Readonly<Record<string, string>> = {
  'CN-BJ': 'Beijing',
  'CN-TJ': 'Tianjin',
  'CN-LN': 'Shenyang Dalian',
  'CN-JL': 'Changchun',
  'CN-HL': 'Harbin',
  'CN-SH': 'Shanghai',
  'CN-JS': 'Nanjing Suzhou Wuxi Changzhou Nantong Kunshan Xuzhou Jiangsu',
  'CN-ZJ': 'Hangzhou Ningbo Wenzhou Jiaxing Shaoxing Jinhua Yiwu Zhejiang',
  'CN-AH': 'Hefei Wuhu Anhui',
  'CN-FJ': 'Fuzhou Xiamen Quanzhou Fujian',
  'CN-JX': 'Nanchang Jiangxi',
  'CN-SD': 'Jinan Qingdao Yantai Weifang Shandong',
  'CN-HA': 'Zhengzhou Luoyang Henan',
  'CN-HB': 'Wuhan Yichang Hubei',
  'CN-HN': 'Changsha Zhuzhou Hunan',
  'CN-GD': 'Guangzhou Shenzhen Zhuhai Dongguan Foshan Huizhou Guangdong',
  'CN-GX': 'Nanning Guangxi',
  'CN-HI': 'Haikou Sanya Hainan',
  'CN-CQ': 'Chongqing',
  'CN-SC': 'Chengdu Mianyang Sichuan',
  'CN-GZ': 'Guiyang Guizhou',
  'CN-YN': 'Kunming Yunnan',
  'CN-SN': "Xi'an Xian Shaanxi",
  'CN-GS': 'Lanzhou',
  'CN-XJ': 'Urumqi',
}

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...spread(CITIES),
  ...spread(PROVINCES),
  ...spread(IN_ENGLISH).map(([name, province]) => [name.toLowerCase(), province] as const),
])

function spread(table: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([province, names]) =>
    names.split(' ').map((name) => [name, province] as const),
  )
}

const LONGEST = Math.max(...[...BY_NAME.keys()].map((name) => name.length))

/**
 * The province whose city a text begins with, ISO 3166-2; firms of Hong Kong, Macau and Taiwan stay apart as the country
 * of their own that ISO 3166-1 gives them. Undefined: no place we know.
 */
export function provinceAt(text: string): string | undefined {
  return placeAt(text)?.province
}

/** The place a text begins with, the longest that is known, and how many characters name it. */
export function placeAt(
  text: string,
): { readonly province: string; readonly length: number } | undefined {
  const start = text.slice(0, LONGEST).toLowerCase()
  for (let length = Math.min(LONGEST, start.length); length >= 2; length -= 1) {
    const province = BY_NAME.get(start.slice(0, length))
    if (province !== undefined && isWhole(text, length)) return { province, length }
  }
  return undefined
}

/** Shanghai, but not Shanghainese. */
function isWhole(text: string, length: number): boolean {
  return !/^[a-z]{2}/i.test(text.slice(length - 1, length + 1))
}

const OF_THEIR_OWN: Readonly<Record<string, string>> = {
  'CN-HK': 'HK',
  'CN-MO': 'MO',
  'CN-TW': 'TW',
}

/** The country of a province, ISO 3166-1. */
export function countryOfProvince(province: string): string {
  return OF_THEIR_OWN[province] ?? 'CN'
}
