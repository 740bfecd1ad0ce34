package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.flowproof.flow.CoefficientState;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.coefficients.CoefficientIntegrator;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.formula.Truth;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** Forms in the pulls, against plain iteration, and what they do not decide. */
class PullValuationProperties {
  private static final double STEP = 0.3;
  private static final int ITERATIONS = 40;

  private static Problem problem(long seed, Loss.Kind loss) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    return problem(random(stream, 3, 2), random(stream, 4, 2), seed % 3 * 0.25, loss);
  }

  private static double[][] random(SeededStream stream, int rows, int columns) {
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      for (int i = 0; i < columns; i++) {
        row[i] = stream.nextGaussian();
      }
    }
    return numbers;
  }

  private static Problem problem(double[][] x, double[][] w, double slope, Loss.Kind loss) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(1, -1, 1), "test"),
        new Network(4, new Activation.Leaky(slope, slope), Network.Trained.FIRST),
        new Loss(loss, Loss.Factor.MEAN),
        new Weights(Matrix.of(w), Vec.of(0.5, 0.25, -0.5, -0.75)),
        "test",
        new Dynamics.Descent(STEP, new Dynamics.StopRule(ITERATIONS * STEP, 0, 1000, false)));
  }

  /** With the pulls of plain iteration put in, forms are its numbers. */
  @Property(tries = 40)
  void formsAreTheNumbersOfPlainIteration(
      @ForAll @LongRange(min = 0, max = 100_000) long seed,
      @ForAll @IntRange(min = 1, max = ITERATIONS - 1) int iterate) {
    Loss.Kind loss = seed % 2 == 0 ? Loss.Kind.LOGISTIC : Loss.Kind.EXPONENTIAL;
    Problem problem = problem(seed, loss);
    Trajectory plain = new DescentIntegrator().integrate(problem);
    // steps may be too large for the exponential loss
    Assume.that(plain.stopReason() == Trajectory.StopReason.END_TIME);
    PullValuation forms =
        new ExactValuation(new CoefficientIntegrator().integrate(problem))
            .inPulls(iterate * STEP)
            .orElseThrow();
    for (int later = 0; later < 2; later++) {
      PullForm time = PullForm.constant(Rational.ofDouble((iterate + later) * STEP));
      State state = plain.at((iterate + later) * STEP);
      for (int j = 1; j <= 4; j++) {
        for (int i = 1; i <= 2; i++) {
          PullForm form = forms.observable("w", List.of(j, i), 0, time);
          assertEquals(state.w(j - 1, i - 1), number(form, plain), 1e-11);
        }
        for (int k = 1; k <= 3; k++) {
          PullForm form = forms.observable("u", List.of(j, k), 0, time);
          assertEquals(preactivation(state, problem, j, k), number(form, plain), 1e-11);
        }
      }
    }
  }

  private static double number(PullForm form, Trajectory plain) {
    double sum = form.constant().toDouble();
    for (Map.Entry<PullForm.Pull, Rational> part : form.pulls().entrySet()) {
      int k = part.getKey().sample();
      for (long t = part.getKey().from(); t < part.getKey().to(); t++) {
        State state = plain.at(t * STEP);
        double h = 0;
        for (int j = 1; j <= 4; j++) {
          h +=
              state.a(j - 1)
                  * state.gate(j - 1, k - 1)
                  * preactivation(state, plain.problem(), j, k);
        }
        double z = plain.problem().data().y().get(k - 1) * h;
        boolean logistic = plain.problem().loss().kind() == Loss.Kind.LOGISTIC;
        double pull = logistic ? 1 / (1 + Math.exp(z)) : Math.exp(-z);
        sum += part.getValue().toDouble() * pull;
      }
    }
    return sum;
  }

  private static double preactivation(State state, Problem problem, int j, int k) {
    double sum = 0;
    for (int i = 0; i < problem.data().d(); i++) {
      sum += state.w(j - 1, i) * problem.data().x().get(k - 1, i);
    }
    return sum;
  }

  @Example
  void whatStartsOnAKinkIsLeftOpen() {
    double[][] x = {{1, 0}, {0, 1}, {1, 1}};
    double[][] w = {{0, 1}, {1, 0.5}, {1, 2}, {2, 1}};
    Trajectory run = new CoefficientIntegrator().integrate(problem(x, w, 0.5, Loss.Kind.LOGISTIC));
    PullValuation forms = new ExactValuation(run).inPulls(STEP).orElseThrow();
    PullForm now = PullForm.constant(Rational.ofDouble(STEP));
    assertThrows(NoValueException.class, () -> forms.observable("rho", List.of(1, 1), 0, now));
    assertEquals(1, forms.observable("rho", List.of(2, 1), 0, now).pulls().size());
    assertThrows(
        NoValueException.class,
        () -> forms.observable("rho", List.of(2, 1), 0, now.times(Rational.of(3))));
    assertThrows(NoValueException.class, () -> forms.observable("loss", List.of(), 0, now));
  }

  /** Correlated samples hold neurons on their kinks, which are then followed in the mean. */
  @Example
  void whatIsFollowedInTheMeanIsLeftOpen() {
    SeededStream stream = new SeededStream(3, SeededStream.Purpose.WEIGHTS);
    int end = 60_000;
    Problem problem =
        new Problem(
            new DataSet(Matrix.of(random(stream, 6, 12)), Vec.of(1, -1, 1, -1, 1, -1), "test"),
            new Network(8, new Activation.Leaky(0, 0), Network.Trained.FIRST),
            new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN),
            InitialLaw.SIGNS.draw(8, 12, 1e-2, 3),
            "test",
            new Dynamics.Descent(0.5, new Dynamics.StopRule(0.5 * end, 0, 10_000_000, false)));
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    assertTrue(((CoefficientState) run.at(0.5 * end)).followsMeans());
    ExactValuation values = new ExactValuation(run);
    assertTrue(values.inPulls(1).isPresent());
    assertThrows(NoValueException.class, () -> values.inPulls(0.5 * end));
  }

  @Example
  void otherRunsHaveNoForms() {
    Problem problem = problem(7, Loss.Kind.LOGISTIC);
    ExactValuation plain = new ExactValuation(new DescentIntegrator().integrate(problem));
    assertTrue(plain.inPulls(STEP).isEmpty());
  }

  @Example
  void signsThatDependOnSizesAreOpen() {
    PullArithmetic forms = new PullArithmetic();
    PullForm one = PullForm.of(new PullForm.Pull(1, 0, 1));
    PullForm other = PullForm.of(new PullForm.Pull(1, 1, 2));
    PullForm both = one.plus(other);
    assertEquals(OptionalInt.empty(), forms.minus(one, other).sign());
    assertEquals(OptionalInt.empty(), forms.minus(one, forms.of(Rational.ONE)).sign());
    assertEquals(OptionalInt.of(-1), forms.minus(one, both).sign());
    assertEquals(OptionalInt.of(0), forms.minus(both, other.plus(one)).sign());
    assertEquals(Truth.TRUE, forms.compare(Relation.LESS, one, both));
    assertEquals(Truth.FALSE, forms.compare(Relation.GREATER, both, both));
    assertEquals(Truth.TRUE, forms.compare(Relation.GREATER_OR_EQUAL, both, both));
    assertEquals(Truth.UNDECIDED, forms.compare(Relation.NOT_EQUAL, one, other));
    assertEquals(both, forms.apply(Term.Function.ABS, List.of(forms.negate(both))));
    assertEquals(both, forms.apply(Term.Function.MAX, List.of(one, both)));
    assertThrows(NoValueException.class, () -> forms.apply(Term.Function.MIN, List.of(one, other)));
    assertThrows(NoValueException.class, () -> forms.times(one, other));
    assertThrows(NoValueException.class, () -> forms.divide(one, one));
    assertTrue(forms.times(both, forms.of(Rational.ZERO)).isConstant());
  }
}
