package org.flowproof.enclose.precise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Power series in time of a flow inside one pattern, from the differential equation. */
final class FlowSeries {
  private final FixedPoint numbers;
  private final int order;
  private final BigInteger[][] x;
  private final BigInteger[] y;
  private final BigInteger slope;
  private final PreciseData data;

  /** Weights of every neuron, hidden ones first; coefficients of powers of t. */
  BigInteger[][][] z;

  /** Residuals. */
  BigInteger[][] r;

  /** The kinks that hold a neuron. */
  HeldKinks[] held;

  /** For every kink that holds a neuron: gate times factor times residual. */
  BigInteger[][][] force;

  private BigInteger[][] argument;
  private BigInteger[][] variance;
  private BigInteger[][] sigmoid;

  FlowSeries(FixedPoint numbers, int order, PreciseData data) {
    this.numbers = numbers;
    this.order = order;
    this.data = data;
    x = data.x().stream().map(this::fixed).toArray(BigInteger[][]::new);
    y = fixed(data.y());
    slope = numbers.of(data.slope());
  }

  BigInteger[] fixed(List<BigDecimal> values) {
    return values.stream().map(numbers::of).toArray(BigInteger[]::new);
  }

  int d() {
    return x[0].length;
  }

  int n() {
    return y.length;
  }

  BigInteger[][] x() {
    return x;
  }

  BigInteger factor(BigInteger value) {
    return value
        .multiply(BigInteger.valueOf(data.numerator()))
        .divide(BigInteger.valueOf(data.denominator()));
  }

  BigInteger gated(Gate gate, BigInteger value) {
    return switch (gate) {
      case ON -> value;
      case OFF -> numbers.times(slope, value);
      case HELD -> BigInteger.ZERO;
    };
  }

  /** The preactivation of a neuron at a sample, as a series. */
  BigInteger[] preactivation(int j, int k) {
    BigInteger[] g = new BigInteger[order + 1];
    for (int l = 0; l <= order; l++) {
      g[l] = BigInteger.ZERO;
      for (int i = 0; i < d(); i++) {
        g[l] = g[l].add(numbers.times(x[k][i], z[j][i][l]));
      }
    }
    return g;
  }

  /** Computes all series from a state: rows of d hidden weights and the output weight. */
  void expand(BigInteger[][] state, Gate[][] gates) {
    int m = state.length;
    z = new BigInteger[m][d() + 1][order + 1];
    r = new BigInteger[n()][order + 1];
    argument = new BigInteger[n()][order + 1];
    variance = new BigInteger[n()][order + 1];
    sigmoid = new BigInteger[n()][order + 1];
    held = new HeldKinks[m];
    force = new BigInteger[m][][];
    for (int j = 0; j < m; j++) {
      held[j] = HeldKinks.of(numbers, x, gates[j]);
      force[j] = new BigInteger[held[j].count()][order + 1];
      for (int i = 0; i <= d(); i++) {
        z[j][i][0] = state[j][i];
      }
    }
    BigInteger[][][] pull = new BigInteger[m][d()][order + 1];
    for (int l = 0; l < order; l++) {
      residuals(gates, l);
      for (int j = 0; j < m; j++) {
        pull(gates[j], j, l, pull[j]);
        BigInteger work = BigInteger.ZERO;
        BigInteger next = BigInteger.valueOf(l + 1L);
        for (int i = 0; i < d(); i++) {
          z[j][i][l + 1] = numbers.product(z[j][d()], pull[j][i], l).divide(next);
          work = work.add(numbers.product(z[j][i], pull[j][i], l));
        }
        z[j][d()][l + 1] = data.both() ? work.divide(next) : BigInteger.ZERO;
      }
    }
    residuals(gates, order);
    for (int j = 0; j < m; j++) {
      pull(gates[j], j, order, pull[j]);
    }
  }

  private void residuals(Gate[][] gates, int l) {
    BigInteger[][] products = new BigInteger[gates.length][d()];
    for (int j = 0; j < gates.length; j++) {
      for (int i = 0; i < d(); i++) {
        products[j][i] = numbers.product(z[j][d()], z[j][i], l);
      }
    }
    for (int k = 0; k < n(); k++) {
      BigInteger output = BigInteger.ZERO;
      for (int j = 0; j < gates.length; j++) {
        output = output.add(gated(gates[j][k], numbers.dot(x[k], products[j])));
      }
      if (data.logistic()) {
        r[k][l] = sigmoid(k, l, numbers.times(y[k], output).negate());
      } else {
        r[k][l] = (l == 0 ? y[k] : BigInteger.ZERO).subtract(output);
      }
    }
  }

  /** Coefficient of the label times {@code q = 1 / (1 + exp(-u))}, with q' = q (1 - q) u'. */
  private BigInteger sigmoid(int k, int l, BigInteger u) {
    argument[k][l] = u;
    BigInteger[] q = sigmoid[k];
    if (l == 0) {
      q[0] = numbers.over(numbers.one(), numbers.one().add(numbers.exp(u.negate())));
    } else {
      BigInteger sum = BigInteger.ZERO;
      for (int i = 1; i <= l; i++) {
        sum =
            sum.add(
                numbers.times(argument[k][i], variance[k][l - i]).multiply(BigInteger.valueOf(i)));
      }
      q[l] = sum.divide(BigInteger.valueOf(l));
    }
    variance[k][l] = q[l].subtract(numbers.product(q, q, l));
    return numbers.times(y[k], q[l]);
  }

  /** The pull at some residuals, without the kinks that hold. */
  BigInteger[] pull(Gate[] gates, BigInteger[] residuals) {
    BigInteger[] sum = new BigInteger[d()];
    for (int i = 0; i < d(); i++) {
      sum[i] = BigInteger.ZERO;
      for (int k = 0; k < n(); k++) {
        sum[i] = sum[i].add(gated(gates[k], numbers.times(residuals[k], x[k][i])));
      }
      sum[i] = factor(sum[i]);
    }
    return sum;
  }

  private void pull(Gate[] gates, int j, int l, BigInteger[][] pull) {
    BigInteger[] now = new BigInteger[n()];
    for (int k = 0; k < n(); k++) {
      now[k] = r[k][l];
    }
    BigInteger[] besides = pull(gates, now);
    BigInteger[] parts = held[j].parts(x, besides);
    BigInteger[] along = held[j].less(x, besides, parts);
    for (int p = 0; p < parts.length; p++) {
      force[j][p][l] = parts[p].negate();
    }
    for (int i = 0; i < d(); i++) {
      pull[i][l] = along[i];
    }
  }
}
