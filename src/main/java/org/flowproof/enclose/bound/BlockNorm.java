package org.flowproof.enclose.bound;

import java.util.Arrays;
import org.flowproof.enclose.taylor.Bounds;

/**
 * Bounds of errors in a norm by blocks: neurons of a block are measured together, {@code sum_j
 * |e_j|^2 / weight_j^2}, the others alone. With no neuron in the block it is the norm by neurons,
 * with all of them and weights 1 the Euclidean one.
 *
 * <p>Inside a pattern the Jacobian is a block-diagonal matrix of which the logarithmic norms are
 * the lengths of pulls, less a positive semidefinite matrix; so a block grows with its fastest
 * neuron, however many neurons couple inside it. Unequal weights cost what {@link #skew} says. The
 * claims behind this are enclosures/same-pattern, enclosures/coupling and enclosures/weighted-norm.
 */
public final class BlockNorm {
  private final boolean[] inBlock;
  private final double[] weight;
  private final double[] alone;

  /** The weights before the kinks that are being passed. */
  private final double[] settled;

  private final boolean weighted;
  private double together;

  private BlockNorm(
      boolean[] inBlock, double[] weight, double[] alone, double together, boolean weighted) {
    this.weighted = weighted;
    this.inBlock = inBlock;
    this.weight = weight;
    this.alone = alone;
    settled = weight.clone();
    this.together = together;
  }

  /**
   * Without error.
   *
   * @param weighted whether kinks change weights rather than the bound of the block
   */
  public static BlockNorm of(boolean[] inBlock, boolean weighted) {
    double[] weight = new double[inBlock.length];
    Arrays.fill(weight, 1);
    return new BlockNorm(inBlock.clone(), weight, new double[inBlock.length], 0, weighted);
  }

  public BlockNorm copy() {
    BlockNorm copy =
        new BlockNorm(inBlock.clone(), weight.clone(), alone.clone(), together, weighted);
    System.arraycopy(settled, 0, copy.settled, 0, settled.length);
    return copy;
  }

  /** At least the error of a neuron. */
  public double of(int neuron) {
    return inBlock[neuron] ? Bounds.up(weight[neuron] * together) : alone[neuron];
  }

  public boolean inBlock(int neuron) {
    return inBlock[neuron];
  }

  public double weight(int neuron) {
    return weight[neuron];
  }

  /** Other bounds for the same blocks. */
  public void set(double[] aloneBounds, double block) {
    System.arraycopy(aloneBounds, 0, alone, 0, alone.length);
    together = block;
  }

  /**
   * Takes over bounds of single neurons that are better.
   *
   * @param drift what an error may still grow by before a kink that is paid for acts on it: the sum
   *     of squares has to hold that too
   */
  public void improve(double[] best, double[] drift) {
    double sum = 0;
    for (int j = 0; j < alone.length; j++) {
      if (inBlock[j]) {
        double part = (best[j] + drift[j]) / weight[j];
        sum += part * part;
      } else {
        alone[j] = Math.min(alone[j], best[j]);
      }
    }
    together = Math.min(together, Bounds.up(Math.sqrt(Bounds.up(sum))));
  }

  /** Errors of neurons jump by at most these amounts. */
  public void jump(double[] amounts) {
    double sum = 0;
    for (int j = 0; j < alone.length; j++) {
      if (inBlock[j]) {
        double part = amounts[j] / weight[j];
        sum += part * part;
      } else {
        alone[j] = Bounds.up(alone[j] + amounts[j]);
      }
    }
    together = Bounds.up(together + Math.sqrt(Bounds.up(sum)));
  }

  /**
   * The error of a neuron grows at a kink.
   *
   * <p>Where the neuron belongs to a block with weights, its weight takes the factor and the bound
   * of the block stays, up to what the error may change by between the two crossings.
   */
  public void kick(Kick kick) {
    int j = kick.neuron();
    if (!inBlock[j]) {
      alone[j] = Bounds.up(alone[j] + kick.amount());
      return;
    }
    double squares;
    if (weighted) {
      weight[j] = Bounds.up(weight[j] * (1 + kick.factor()));
      double rho = kick.factor();
      squares =
          Bounds.up(
              2 * rho * (1 + rho) * kick.before() * kick.drift()
                  + rho * rho * kick.drift() * kick.drift());
    } else {
      squares = Bounds.up(2 * kick.before() * kick.amount() + kick.amount() * kick.amount());
    }
    together =
        Bounds.up(Math.sqrt(Bounds.up(together * together + squares / (weight[j] * weight[j]))));
  }

  /** No kink is being passed any more. */
  void settle() {
    System.arraycopy(weight, 0, settled, 0, weight.length);
  }

  /** Makes all weights 1 again; not while a kink is being passed. */
  public void even(double[] best) {
    double largest = 0;
    for (int j = 0; j < alone.length; j++) {
      if (inBlock[j]) {
        largest = Math.max(largest, weight[j]);
      }
    }
    together = Bounds.up(together * largest);
    Arrays.fill(weight, 1);
    settle();
    improve(best, new double[best.length]);
  }

  /**
   * Moves the bounds over a step.
   *
   * @param tube bounds of the errors of all neurons during the step
   */
  public void grow(StepRates rates, double[] tube) {
    double all = 0;
    double outside = 0;
    for (int l = 0; l < tube.length; l++) {
      double part = rates.size(l) * tube[l];
      all += part;
      if (!inBlock[l]) {
        outside += part;
      }
    }
    double fastest = 0;
    double forcing = 0;
    for (int j = 0; j < tube.length; j++) {
      if (inBlock[j]) {
        fastest = Math.max(fastest, rates.growth(j));
        double force = rates.coupling() * rates.size(j) * outside;
        double one = (rates.defect(j) + force) / weight[j];
        forcing += one * one;
      } else {
        double others = Math.max(0, all * (1 + 0x1p-40) - rates.size(j) * tube[j]);
        double force = rates.coupling() * rates.size(j) * others;
        alone[j] =
            Bounds.up(
                Bounds.expUp(rates.growth(j)) * Bounds.up(alone[j] + rates.defect(j) + force));
      }
    }
    double added = Bounds.up(Math.sqrt(Bounds.up(forcing)));
    together = Bounds.up(Bounds.expUp(fastest + skew(rates)) * Bounds.up(together + added));
  }

  /**
   * What unequal weights add to the logarithmic norm of the block: a quarter of the norm of {@code
   * (W - 1/W) K (W - 1/W)}, at the best common factor of the weights.
   */
  private double skew(StepRates rates) {
    double heavy = 0;
    double light = 0;
    double plain = 0;
    for (int j = 0; j < alone.length; j++) {
      if (inBlock[j]) {
        double square = rates.size(j) * rates.size(j);
        // while a kink is being passed, the weights are those before it or those after
        heavy += square * weight[j] * weight[j];
        light += square / (settled[j] * settled[j]);
        plain += square;
      }
    }
    if (even()) {
      return 0;
    }
    double difference = Bounds.up(Math.sqrt(Bounds.up(heavy * light))) - Bounds.down(plain);
    return Bounds.up(0.5 * rates.coupling() * Math.max(0, difference));
  }

  private boolean even() {
    double first = Double.NaN;
    for (int j = 0; j < alone.length; j++) {
      if (inBlock[j]) {
        if (Double.isNaN(first)) {
          first = weight[j];
        }
        if (weight[j] != first || settled[j] != first) {
          return false;
        }
      }
    }
    return true;
  }
}
