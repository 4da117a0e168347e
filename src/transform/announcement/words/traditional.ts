/** Traditional characters that our vocabulary needs; names keep the form of the text. */
export const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'億亿萬万輪轮資资獲获領领戰战種种眾众餘余過过將将幾几數数約约計计擬拟傳传據据貸贷債债購购當当買买賣卖營营業业開开發发達达額额報报導导幣币圓圆積积累累參参與与對对電电創创種种東东順顺聯联獨独認认機机構构盤盘環环團团號号階阶線线權权價价總总規规預预啟启動动進进協协議议簽签訂订東东營营長长現现舊旧團团風风險险個个',
  ].reduce<string[][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1] ?? character])
    return pairs
  }, []),
)
