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
  private final BigInteger[] square;
  private final BigInteger slope;
  private final PreciseData data;

  /** Weights of every neuron, hidden ones first; coefficients of powers of t. */
  BigInteger[][][] z;

  /** Residuals. */
  BigInteger[][] r;

  /** For a neuron that is held: gate times factor times residual; null for others. */
  BigInteger[][] force;

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
    square = new BigInteger[y.length];
    for (int k = 0; k < y.length; k++) {
      square[k] = dot(x[k], x[k]);
    }
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

  BigInteger dot(BigInteger[] u, BigInteger[] v) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < d(); i++) {
      sum = sum.add(numbers.times(u[i], v[i]));
    }
    return sum;
  }

  BigInteger[] x(int k) {
    return x[k];
  }

  BigInteger square(int k) {
    return square[k];
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
    force = new BigInteger[m][];
    for (int j = 0; j < m; j++) {
      force[j] = held(gates[j]) < 0 ? null : new BigInteger[order + 1];
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

  /** The sample that holds a neuron, -1 for none. */
  static int held(Gate[] gates) {
    for (int k = 0; k < gates.length; k++) {
      if (gates[k] == Gate.HELD) {
        return k;
      }
    }
    return -1;
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
        output = output.add(gated(gates[j][k], dot(x[k], products[j])));
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

  private void pull(Gate[] gates, int j, int l, BigInteger[][] pull) {
    BigInteger[] sum = new BigInteger[d()];
    for (int i = 0; i < d(); i++) {
      sum[i] = BigInteger.ZERO;
      for (int k = 0; k < n(); k++) {
        sum[i] = sum[i].add(gated(gates[k], numbers.times(r[k][l], x[k][i])));
      }
      sum[i] = factor(sum[i]);
    }
    int k = held(gates);
    if (k >= 0) {
      force[j][l] = numbers.over(dot(sum, x[k]), square[k]).negate();
    }
    for (int i = 0; i < d(); i++) {
      pull[i][l] = k < 0 ? sum[i] : sum[i].add(numbers.times(force[j][l], x[k][i]));
    }
  }
}
