package org.flowproof.flow;

import static org.flowproof.flow.Observable.defined;
import static org.flowproof.flow.Observable.primitive;
import static org.flowproof.formula.IndexKind.COORDINATE;
import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;
import org.flowproof.formula.Vocabulary;

/**
 * All observables. The definition text is the single source for evaluation on a trajectory, for
 * exact evaluation in proofs, and for the glossary of a report.
 *
 * <p>{@code r} and {@code loss} are written for the squared loss with factor 1/(2n); for other
 * losses {@code r[k]} is {@code -n} times the derivative of the loss by the k-th output, and for
 * the early-alignment flow {@code r[k]} is {@code y[k]}, so that {@code D} reads the same
 * everywhere.
 */
public final class ObservableCatalogue implements Vocabulary {
  private static final List<IndexKind> J = List.of(NEURON);
  private static final List<IndexKind> K = List.of(SAMPLE);
  private static final List<IndexKind> JK = List.of(NEURON, SAMPLE);
  private static final List<IndexKind> JI = List.of(NEURON, COORDINATE);
  private static final List<IndexKind> KI = List.of(SAMPLE, COORDINATE);
  private static final List<IndexKind> NONE = List.of();

  private static final List<Observable> GENERAL =
      List.of(
          primitive("a", J, true, "a_{#1}", "(y/x)^(1/2)", "output weight of a neuron"),
          primitive("w", JI, true, "w_{#1,#2}", "(y/x)^(1/2)", "hidden weight, one coordinate"),
          primitive("s", JK, true, "s_{#1#2}", "1", "gate: derivative of the activation taken"),
          primitive("x", KI, false, "x_{#1,#2}", "x", "sample, one coordinate"),
          primitive("y", K, false, "y_{#1}", "y", "label"),
          primitive("alpha", NONE, false, "\\alpha", "1", "slope of the activation below zero"),
          primitive("eta", NONE, false, "\\eta", "x^-1y^-1", "step size of gradient descent"),
          primitive("endTime", NONE, false, "T", "t", "time at which the run ended"),
          primitive(
              "firstEvent",
              J,
              false,
              "t^{\\mathrm{ev}}_{#1}",
              "t",
              "time of the first event of a neuron; the end of the run when there is none"),
          primitive(
              "lastEvent",
              NONE,
              false,
              "t^{\\mathrm{last}}",
              "t",
              "time of the last event of the run; 0 when there is none"),
          primitive(
              "lambdaMax",
              NONE,
              false,
              "\\Lambda",
              "x^2",
              "largest eigenvalue of the second-moment matrix X'X/n"),
          primitive(
              "Dmax",
              NONE,
              false,
              "D_{\\max}",
              "xy",
              "longest pull of the early-alignment flow over all directions of w"),
          primitive(
              "Dmin",
              NONE,
              false,
              "D_{\\min}",
              "xy",
              "shortest pull over the activation cones in which no pull is 0"),
          primitive(
              "alphaMin",
              NONE,
              false,
              "\\alpha_{\\min}",
              "1",
              "least sine between w and its pull over cones without an extremal vector"),
          primitive(
              "delta0",
              NONE,
              false,
              "\\delta_0",
              "xy",
              "change of the data that moves no extremal vector out of its cone"),
          primitive(
              "saddles",
              NONE,
              false,
              "n_{\\mathrm{saddle}}",
              "1",
              "number of saddles of <w, D(w)> on the sphere"),
          primitive(
              "ols", K, false, "\\hat y^{\\mathrm{OLS}}_{#1}", "y", "least-squares prediction"),
          defined(
              "u",
              JK,
              true,
              "\\langle w_{#1}, x_{#2}\\rangle",
              "Sum[w[j,i]*x[k,i], {i, d}]",
              "(xy)^(1/2)",
              "preactivation"),
          defined(
              "sigma",
              JK,
              true,
              "\\sigma(u_{#1#2})",
              "s[j,k]*u[j,k]",
              "(xy)^(1/2)",
              "value of the activation"),
          defined("h", K, true, "h_{#1}", "Sum[a[j]*s[j,k]*u[j,k], {j, m}]", "y", "output"),
          defined("r", K, true, "r_{#1}", "y[k] - h[k]", "y", "residual"),
          defined(
              "D",
              JI,
              true,
              "D_{#1,#2}",
              "Sum[s[j,k]*r[k]*x[k,i], {k, n}]/n",
              "xy",
              "pull on a neuron, one coordinate"),
          defined(
              "wD",
              J,
              true,
              "\\langle w_{#1}, D_{#1}\\rangle",
              "Sum[w[j,i]*D[j,i], {i, d}]",
              "(xy^3)^(1/2)",
              "hidden weight against pull"),
          defined(
              "normD2",
              J,
              true,
              "\\lVert D_{#1}\\rVert^2",
              "Sum[D[j,i]^2, {i, d}]",
              "(xy)^2",
              "squared norm of the pull"),
          defined(
              "normW2",
              J,
              true,
              "\\lVert w_{#1}\\rVert^2",
              "Sum[w[j,i]^2, {i, d}]",
              "y/x",
              "squared norm of the hidden weight"),
          defined(
              "normX2",
              K,
              false,
              "\\lVert x_{#1}\\rVert^2",
              "Sum[x[k,i]^2, {i, d}]",
              "x^2",
              "squared norm of a sample"),
          defined(
              "normX",
              K,
              false,
              "\\lVert x_{#1}\\rVert",
              "Sqrt[normX2[k]]",
              "x",
              "norm of a sample"),
          defined(
              "N", NONE, true, "N", "Sum[a[j]^2, {j, m}]", "y/x", "total squared output weight"),
          defined("loss", NONE, true, "L", "Sum[r[k]^2, {k, n}]/(2*n)", "y^2", "training loss"),
          defined(
              "mse",
              NONE,
              true,
              "\\mathrm{MSE}",
              "Sum[r[k]^2, {k, n}]/n",
              "y^2",
              "mean squared error"),
          defined(
              "gradNorm2",
              NONE,
              true,
              "\\lVert\\nabla L\\rVert^2",
              "Sum[a[j]^2*normD2[j] + wD[j]^2, {j, m}]",
              "xy^3",
              "squared norm of the velocity of all weights"),
          defined(
              "D0",
              JI,
              true,
              "D^0_{#1,#2}",
              "Sum[s[j,k]*y[k]*x[k,i], {k, n}]/n",
              "xy",
              "early-alignment pull at the neuron's pattern, one coordinate"),
          defined(
              "normD02",
              J,
              true,
              "\\lVert D^0_{#1}\\rVert^2",
              "Sum[D0[j,i]^2, {i, d}]",
              "(xy)^2",
              "squared norm of the early-alignment pull"),
          defined(
              "q",
              J,
              true,
              "q_{#1}",
              "Sum[w[j,i]*D0[j,i], {i, d}]/a[j]",
              "xy",
              "alignment of a neuron with its early pull"),
          defined("a2", J, true, "a_{#1}^2", "a[j]^2", "y/x", "squared output weight"),
          defined(
              "balance",
              J,
              true,
              "(a_{#1}^2 - \\lVert w_{#1}\\rVert^2)",
              "a[j]^2 - normW2[j]",
              "y/x",
              "squared output weight less squared norm of the hidden weight"),
          defined(
              "wD0",
              J,
              true,
              "\\langle w_{#1}, D^0_{#1}\\rangle",
              "Sum[w[j,i]*D0[j,i], {i, d}]",
              "(xy^3)^(1/2)",
              "hidden weight against early-alignment pull"),
          defined(
              "cosine",
              J,
              true,
              "\\cos(w_{#1}, D_{#1})",
              "wD[j]/Sqrt[normW2[j]*normD2[j]]",
              "1",
              "cosine between hidden weight and pull"));

  private static final List<Observable> ALL =
      Stream.concat(GENERAL.stream(), MarginObservables.ALL.stream()).toList();

  private static final ObservableCatalogue STANDARD = new ObservableCatalogue();

  private static final Vocabulary DESCENT =
      new Vocabulary() {
        @Override
        public Optional<Signature> find(String name) {
          return STANDARD.find(name);
        }

        @Override
        public Collection<String> names() {
          return STANDARD.names();
        }

        @Override
        public Map<String, IndexKind> genericIndices() {
          return STANDARD.genericIndices();
        }

        @Override
        public Optional<Term> nextTime() {
          return Optional.of(new Term.Name("eta"));
        }
      };

  private final Map<String, Observable> byName = new LinkedHashMap<>();

  private ObservableCatalogue() {
    ALL.forEach(o -> byName.put(o.signature().name(), o));
  }

  /** The catalogue. */
  public static ObservableCatalogue standard() {
    return STANDARD;
  }

  /** The catalogue for gradient descent, in which {@code a[j, t+eta]} is the next value. */
  public static Vocabulary descent() {
    return DESCENT;
  }

  /** Every observable, in the order of the glossary. */
  public List<Observable> all() {
    return ALL;
  }

  /** One observable by name. */
  public Optional<Observable> observable(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public Optional<Signature> find(String name) {
    return observable(name).map(Observable::signature);
  }

  @Override
  public Collection<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * Names of indices in definitions: {@code j} a neuron, {@code k} a sample, {@code i} a
   * coordinate.
   */
  @Override
  public Map<String, IndexKind> genericIndices() {
    return Map.of("j", NEURON, "k", SAMPLE, "i", COORDINATE);
  }
}
