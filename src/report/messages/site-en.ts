import type { siteZh } from './site-zh.ts'

/** English words of the archive. */
export const siteEn: Readonly<Record<keyof typeof siteZh, string>> = {
  'site.archive': 'Archive',
  'site.question': 'Does the money follow the hype?',
  'site.this-language': 'English',
  'site.nav': 'Archive',
  'site.feed': 'Atom feed',
  'site.feed.title': 'Feast Gap: published editions',
  'site.nothing':
    'Nothing was published yet. The operator renders a first edition with npm run report -- --period last-month.',
  'site.index.lead': 'The newest edition, as known on {asOf}.',
  'site.key': 'The verdict and what it rests on',
  'site.read.zh': 'Read the report (Chinese)',
  'site.read.en': 'Read the report (English)',
  'site.about': 'Data and origin',
  'site.tracks': 'Track by track',
  'site.tracks.lead': '{period}, side by side; open one to see it through all editions.',
  'site.editions': 'All editions',
  'site.newest': 'The newest {shown} of {n}; all of them by year:',
  'site.year': '{year}',
  'site.newest-of-track': 'Chart and newest editions',
  'site.by-period': 'By period',
  'site.editions.caption':
    'Once published, the bytes of an edition do not change; a correction is a new edition.',
  'site.col.edition': 'Edition',
  'site.col.asof': 'As known on',
  'site.col.read': 'Read',
  'site.col.id': 'Id of the figure',
  'site.col.investor': 'Investor',
  'site.col.kind': 'Kind',
  'site.col.counted': 'Counted as inflow',
  'site.col.others': 'Seen, not counted',
  'site.col.last': 'Newest',
  'site.edition.lead': 'As known on {asOf}. The page is kept byte for byte; its hash is below.',
  'site.pdf': 'Download PDF',
  'site.record': 'Record',
  'site.fact.hash': 'SHA-256',
  'site.fact.number': 'Number',
  'site.fact.language': 'Language',
  'site.fact.rendered': 'Rendered',
  'site.fact.replaced': 'Replaced',
  'site.fact.replaced-by': 'by number {id}, as known on {asOf}',
  'site.fact.province': 'Seat',
  'site.fact.founded': 'Founded',
  'site.fact.unicorn': 'Unicorn',
  'site.fact.unicorn-span': '{from} to {until}',
  'site.today': 'today',
  'site.language.zh': 'Chinese',
  'site.language.en': 'English',
  'site.verify': 'Save the report and run sha256sum on it: the result is the hash shown here.',
  'site.not-kept':
    'An older version rendered this edition and did not keep its page; its figures and tables can still be had.',
  'site.figures': 'Headline figures',
  'site.figures.caption':
    'Every figure can be followed to its query, its rows and the raw page: feastgap trace ID --edition {edition}',
  'site.data': 'Data',
  'site.data.lead':
    'Every table of this edition (CSV, UTF-8) and all figures (JSON); the verdicts can be worked out again from the tables alone.',
  'site.error': 'Report an error',
  'site.error.body':
    'Edition (SHA-256): {edition}\nFigure: {figure}\n\nWhat is wrong, what it should be, and where that stands:\n',
  'site.track.lead':
    'Verdicts and figures of this track in {editions, plural, one {one edition} other {{editions} editions}}.',
  'site.history': 'Through the editions',
  'site.history.caption':
    'One row an edition, the newest first. A period with newer knowledge has a row for each.',
  'site.history.excess': '— Excess return (percentage points)',
  'site.history.inflow': '■ Disclosed inflow (¥ bn)',
  'site.history.note':
    'The newest {n} periods of one length, each as its newest edition tells it; bars span the bounds, “?” is unknown. Source: the editions below, with every figure.',
  'site.moved':
    '{moved, select, more {More disclosed inflow in {period} than in {before}: {inflow} after {earlier}} less {Less disclosed inflow in {period} than in {before}: {inflow} after {earlier}} same {As much disclosed inflow in {period} as in {before}: {inflow}} unclear {Whether {period} or {before} had more disclosed inflow cannot be told: {inflow} and {earlier}} other {Disclosed inflow: {period} {inflow}, {before} {earlier}}}; the board’s excess {excess} after {was}',
  'site.deals.caption': 'The newest {shown} of {n} in the published editions; * led.',
  'site.list.caption': 'As the newest edition tells it; * led.',
  'site.not-counted': 'not counted: {why}',
  'site.about-company': 'In short',
  'site.company.lead':
    '{n, plural, one {One deal counts} other {{n} deals count}} as inflow, {others} seen and not counted.',
  'site.investor.lead':
    '{n, plural, one {One deal} other {{n} deals}} of the published editions {n, plural, one {names} other {name}} it.',
  'site.deals-named': 'Deals that name it',
  'site.investor.caption': 'Amounts are of the whole deal, not of this one investor; * led.',
  'site.companies': 'Companies',
  'site.companies.lead':
    '{n, plural, one {One company} other {{n} companies}} of the published editions.',
  'site.companies.caption': 'By name; counts as the newest edition tells them.',
  'site.investors': 'Investors',
  'site.investors.lead':
    '{n, plural, one {One investor} other {{n} investors}} of the published editions.',
  'site.investors.caption': 'By name, as printed; kinds come from a dictionary of names.',
  'site.by-name': 'By name',
  'site.page': 'Page {n}',
  'site.missing': 'There is no such page',
  'site.missing.lead':
    'The address may be mistyped, or the edition is not in this archive. Start from “All editions” above.',
  'site.failed': 'This page could not be made',
  'site.failed.lead':
    'The fault is in the log as {detail}. Try again later; if it stays, tell the operator that number.',
  'site.busy': 'The database is busy',
  'site.busy.lead': 'Another job is using the database. Reload this page in a minute.',
  'site.refused': 'Requests of this kind are not taken',
  'site.refused.lead': 'This archive is for reading: open its pages with GET.',
  'site.ended': 'Unsubscribed',
  'site.ended.lead': 'You will get no more letters. To have them again, tell the operator.',
  'site.unknown-reader': 'This link ends no letters',
  'site.unknown-reader.lead':
    'It may have been cut off. Copy it whole from the letter, or answer the sender of the letter.',
  'site.confirm': 'Unsubscribe',
  'site.confirm.lead': 'The button ends the letters to you. Opening this page changes nothing.',
  'site.confirm.button': 'Unsubscribe',
}
