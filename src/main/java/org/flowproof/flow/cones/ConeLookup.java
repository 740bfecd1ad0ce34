package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * The activation cone of one hidden weight, without a list of all cones: its pull {@code D(w, 0)}
 * and whether that is extremal, exactly. Remembers the cones it has met; safe for use by several
 * threads.
 */
public final class ConeLookup {
  private final ZeroOutput data;
  private final List<KinkLine> lines;
  private final List<RoundedVector> directions;
  private final int[] lineOfSample;
  private final int[] sideOfSample;
  private final double[][] samples;
  private final double[][] pulls;
  private final Map<Signs, Cone> known = new HashMap<>();

  private ConeLookup(ZeroOutput data, Matrix x) {
    this.data = data;
    lines = KinkLine.of(data);
    directions = lines.stream().map(line -> new RoundedVector(line.direction())).toList();
    samples = data.samples().stream().map(ExactVector::toDoubles).toArray(double[][]::new);
    pulls = data.pulls().stream().map(ExactVector::toDoubles).toArray(double[][]::new);
    lineOfSample = new int[x.rows()];
    sideOfSample = new int[x.rows()];
    for (int k = 0; k < x.rows(); k++) {
      ExactVector sample = ExactVector.of(x.row(k));
      lineOfSample[k] = -1;
      for (int l = 0; l < lines.size() && !sample.isZero(); l++) {
        if (parallel(sample, lines.get(l).direction())) {
          lineOfSample[k] = l;
          sideOfSample[k] = sample.dot(lines.get(l).direction()).signum();
        }
      }
    }
  }

  private static boolean parallel(ExactVector left, ExactVector right) {
    // equality in the inequality of Cauchy and Schwarz
    Rational product = left.dot(right);
    return product.times(product).equals(left.norm2().times(right.norm2()));
  }

  /**
   * For the data of a problem.
   *
   * @throws NoValueException when the activation has no kinks, or all samples are 0
   */
  public static ConeLookup of(Problem problem) {
    ZeroOutput data = ZeroOutput.of(problem);
    if (data.samples().isEmpty()) {
      throw new NoValueException("all samples are 0");
    }
    return new ConeLookup(data, problem.data().x());
  }

  /**
   * The cone of a weight, given as doubles; signs are decided exactly.
   *
   * @param w length d
   */
  public Cone at(double[] w) {
    ExactVector exact = ExactVector.of(w);
    RoundedVector rounded = new RoundedVector(exact);
    byte[] signs = new byte[lines.size()];
    for (int l = 0; l < signs.length; l++) {
      signs[l] = (byte) directions.get(l).sign(rounded);
    }
    return cone(Signs.of(signs), exact);
  }

  /**
   * The cone with given signs.
   *
   * @param sampleSigns 1, 0 or -1 for each sample of the problem; they must belong to some weight,
   *     and for samples that are 0 mean nothing
   * @param inside a weight that has these signs, up to rounding
   */
  public Cone withSigns(List<Integer> sampleSigns, double[] inside) {
    byte[] signs = new byte[lines.size()];
    for (int k = 0; k < lineOfSample.length; k++) {
      if (lineOfSample[k] >= 0) {
        signs[lineOfSample[k]] = (byte) (sampleSigns.get(k) * sideOfSample[k]);
      }
    }
    return cone(Signs.of(signs), ExactVector.of(inside));
  }

  private synchronized Cone cone(Signs signs, ExactVector inside) {
    return known.computeIfAbsent(signs, s -> FoundCone.cone(data, lines, s, inside));
  }

  /** The extremal vector of a cone of this lookup; empty when it has none. */
  public Optional<ExtremalVector> extremal(Cone cone) {
    return cone.extremal()
        ? Optional.of(new ExtremalVector(cone, gates(cone).shape(cone)))
        : Optional.empty();
  }

  private KinkGates gates(Cone cone) {
    ExactVector rest = ExactVector.zero(cone.pull().dimension());
    List<KinkLine> kinks = new ArrayList<>();
    ExactVector pole = cone.pole() == Cone.Pole.ALONG ? cone.pull() : cone.pull().negate();
    for (KinkLine line : lines) {
      int sign = pole.dot(line.direction()).signum();
      if (sign == 0) {
        kinks.add(line);
      } else {
        rest = rest.plus(line.pull(sign, data.slope()));
      }
    }
    return KinkGates.of(rest, kinks, data.slope());
  }

  /**
   * {@code G(w) = <w, D(w, 0)>} in doubles.
   *
   * @param w length d, of any length
   */
  public double height(double[] w) {
    double sum = 0;
    double slope = data.slope().toDouble();
    for (int k = 0; k < samples.length; k++) {
      double side = Vectors.dot(w, samples[k]);
      sum += (side > 0 ? 1 : slope) * Vectors.dot(w, pulls[k]);
    }
    return sum;
  }

  /** One sample of each line of kinks: the normals of the hyperplanes on which G has kinks. */
  public List<double[]> normals() {
    return lines.stream().map(line -> line.direction().toDoubles()).toList();
  }

  /**
   * Whether an extremal cone is a single ray, so that every weight in it has the same direction.
   */
  public boolean isRay(Cone cone) {
    ExactVector pole = cone.pole() == Cone.Pole.ALONG ? cone.pull() : cone.pull().negate();
    List<ExactVector> free = Elimination.units(pole.dimension());
    for (KinkLine line : lines) {
      if (pole.dot(line.direction()).signum() == 0) {
        free = Elimination.narrowed(free, line.direction());
      }
    }
    return free.size() == 1;
  }

  /** The samples on one line through 0 with another sample, 0-based; none in general position. */
  public List<Integer> sharingTheirKink() {
    List<Integer> sharing = new ArrayList<>();
    int[] count = new int[lines.size()];
    for (int line : lineOfSample) {
      if (line >= 0) {
        count[line]++;
      }
    }
    for (int k = 0; k < lineOfSample.length; k++) {
      if (lineOfSample[k] >= 0 && count[lineOfSample[k]] > 1) {
        sharing.add(k);
      }
    }
    return sharing;
  }

  /**
   * The least Lipschitz constant of the derivative of {@code ell} in {@code L = (1/n) sum_k
   * ell(h(x_k), y_k)}, for the labels of a problem; at most 1 by Assumption 1 of the paper.
   *
   * @throws org.flowproof.formula.NoValueException for the exponential loss, which has none
   */
  public static Rational lipschitz(Problem problem) {
    return ZeroOutput.lipschitz(problem);
  }
}
