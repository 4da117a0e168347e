import { Matrix, QrDecomposition, solve } from 'ml-matrix'

/** Regressors, one array each, all as long as the series they explain. */
export type Columns = readonly (readonly number[])[]

export interface LeastSquares {
  readonly coefficients: readonly number[]
  readonly residuals: readonly number[]
  readonly residualSum: number
  /** (X′X)⁻¹, row by row. */
  readonly inverse: readonly (readonly number[])[]
}

/** The regressors do not tell their effects apart: one is a combination of the others, or there are more than points. */
export class SingularDesign extends Error {
  override readonly name = 'SingularDesign'
}

/** Smallest diagonal of R, as a share of its largest, that still counts as full rank. */
const RANK_TOLERANCE = 1e-11

/** Ordinary least squares, `b = (X′X)⁻¹X′y`, by Householder QR. Throws `SingularDesign`. */
export function leastSquares(y: readonly number[], columns: Columns): LeastSquares {
  const design = new Matrix(columns.map((column) => [...column])).transpose()
  if (y.length < columns.length) throw new SingularDesign('fewer points than regressors')
  const qr = new QrDecomposition(design)
  const upper = qr.upperTriangularMatrix
  const diagonal = upper.diagonal().map(Math.abs)
  if (Math.min(...diagonal) <= RANK_TOLERANCE * Math.max(...diagonal)) {
    throw new SingularDesign('a regressor is a combination of the others')
  }
  const coefficients = qr.solve(Matrix.columnVector([...y])).to1DArray()
  const residuals = y.map((value, t) => value - fittedAt(columns, coefficients, t))
  const root = solve(upper, Matrix.eye(columns.length))
  return {
    coefficients,
    residuals,
    residualSum: residuals.reduce((sum, value) => sum + value * value, 0),
    inverse: root.mmul(root.transpose()).to2DArray(),
  }
}

/** `x(t)′b` */
export function fittedAt(columns: Columns, coefficients: readonly number[], t: number): number {
  return columns.reduce((sum, column, i) => sum + (column[t] ?? 0) * (coefficients[i] ?? 0), 0)
}
