package org.flowproof.check.branches;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Rational;
import org.flowproof.formula.RationalArithmetic;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.Setting;
import org.flowproof.proof.exact.Definitions;

/**
 * Dimensions and sample sizes of branches by the definitions about which the claim {@code
 * single-neuron/separation-size} is proved.
 */
public final class BranchSizes {
  private static final String CLAIM = "single-neuron/separation-size";

  /** Neurons of the target. */
  static final int TARGET = 1;

  private final Setting setting;
  private final Definitions definitions;
  private final int width;
  private final int inputs;

  private BranchSizes(Setting setting, int width, int inputs) {
    this.setting = setting;
    this.width = width;
    this.inputs = inputs;
    definitions = Definitions.ofSetting(setting);
  }

  /**
   * The sizes for networks of a width.
   *
   * @param inputs numbers in an input weight, a bias among them
   * @return empty when the catalogue lacks the claim
   */
  public static Optional<BranchSizes> of(ClaimCatalogue claims, int width, int inputs) {
    return claims
        .find(CLAIM)
        .flatMap(Claim::setting)
        .map(setting -> new BranchSizes(setting, width, inputs));
  }

  /** All parameters of the network, {@code m(d+1)}. */
  int parameters() {
    return value("parameters", TARGET);
  }

  /** The optimistic sample size {@code m_0(d+1)}. */
  int optimistic() {
    return value("optimistic", TARGET);
  }

  /** The dimension of the branch with a number of distinct input weights. */
  int dimension(int distinct) {
    return value("branch", distinct);
  }

  /** Its separation sample size. */
  int separation(int distinct) {
    return value("samples", distinct);
  }

  private int value(String name, int distinct) {
    Term term =
        definitions.unfoldExcept(setting.symbols().get(name).definition().orElseThrow(), Set.of());
    Map<String, Integer> values =
        Map.of("width", width, "target", TARGET, "distinct", distinct, "inputs", inputs);
    return (int)
        new Compiler<>(new RationalArithmetic())
            .compile(term)
            .evaluate(new Sizes(values), Map.of(), Rational.ZERO)
            .toDouble();
  }

  private record Sizes(Map<String, Integer> values) implements Valuation<Rational> {
    @Override
    public int size(IndexKind kind) {
      throw new IllegalArgumentException("no sums here");
    }

    @Override
    public Rational constant(String name) {
      return Rational.of(values.get(name));
    }

    @Override
    public Rational observable(String name, List<Integer> indices, int primes, Rational time) {
      return constant(name);
    }

    @Override
    public Rational overTime(
        Term.TimeFold fold, Rational from, Rational to, Function<Rational, Rational> body) {
      throw new IllegalArgumentException("no folds here");
    }
  }
}
