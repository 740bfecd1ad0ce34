package org.flowproof.enclose.path;

/**
 * The Taylor coefficients of a flow inside a pattern, as rounded doubles, and what they are
 * computed from. {@link PairOrders} fills in the low orders and {@link TaylorCoefficients} the
 * others.
 */
final class OrderTable {
  final Groups groups;

  /** By group, null where it slides on no sample. */
  final Sliding[] slides;

  /** Factors of outputs, by group and sample. */
  final double[][] gates;

  /** Hidden weights, by neuron, coordinate and order. */
  final double[][][] w;

  /** Output weights, by neuron and order. */
  final double[][] a;

  /** By order and sample. */
  final double[][] residual;

  /** By group, coordinate and order; projected where the group slides. */
  final double[][][] pull;

  /** The same, not projected and without the samples of slides. */
  final double[][][] unprojected;

  /** With room for orders up to a degree, all 0 still. */
  OrderTable(FlowModel model, Slidings slidings, Side[][] sides, int degree) {
    groups = new Groups(sides);
    slides = new Sliding[groups.count()];
    gates = new double[groups.count()][model.n()];
    for (int g = 0; g < gates.length; g++) {
      int[] samples = model.kinks().slides(groups.sides(g));
      slides[g] = samples.length == 0 ? null : slidings.on(samples).orElse(null);
      for (int k = 0; k < gates[g].length; k++) {
        gates[g][k] = model.gate(groups.sides(g)[k]);
      }
    }
    w = new double[model.m()][model.d()][degree + 1];
    a = new double[model.m()][degree + 1];
    residual = new double[degree + 1][model.n()];
    pull = new double[groups.count()][model.d()][degree + 1];
    unprojected = new double[groups.count()][model.d()][degree + 1];
  }
}
