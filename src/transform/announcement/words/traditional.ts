/** Traditional characters that our vocabulary needs; names keep the form of the text. */
export const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'億亿萬万輪轮資资獲获領领戰战種种眾众餘余過过將将幾几數数約约計计擬拟傳传據据貸贷債债購购當当買买賣卖營营業业開开發发達达額额報报導导',
  ].reduce<string[][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1] ?? character])
    return pairs
  }, []),
)
