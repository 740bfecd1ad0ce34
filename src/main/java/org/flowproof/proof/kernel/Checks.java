package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.ExactOpinion;
import org.flowproof.proof.exact.Grounding;
import org.flowproof.proof.exact.Instance;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.NotRationalException;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.exact.SizeBound;
import org.flowproof.proof.smt.Abstraction;
import org.flowproof.proof.smt.RealQuestion;
import org.flowproof.proof.smt.Sampling;
import org.flowproof.proof.smt.Smt;
import org.flowproof.proof.symja.AlgebraOracle;

/**
 * The two questions that rules ask, each put to two independent opinions that must agree. What both
 * agreed on is not asked again.
 */
final class Checks {
  private final AlgebraOracle algebra;
  private final Solver solver;
  private final Refuter refuter;
  private final Zero exact;
  private final List<ProofReport.Evidence> evidence = new ArrayList<>();
  // only agreement is kept: a refusal by a late answer may succeed when asked again
  private final Set<List<Grounding.Written>> zeros = new HashSet<>();
  private final Set<RealQuestion> consequences = new HashSet<>();

  /** Who decides polynomial inequalities. */
  interface Solver {
    String tool();

    /** "unsat" when the negated goal contradicts the assumptions. */
    String refuteNegation(RealQuestion question);
  }

  /** Who looks for counterexamples; empty when there is none. */
  interface Refuter {
    String answer(RealQuestion question, long seed);
  }

  /** Who evaluates identities; empty when zero. */
  interface Zero {
    String answer(Question question, Instance instance, long seed);
  }

  Checks(AlgebraOracle algebra, Solver solver, Refuter refuter, Zero exact) {
    this.algebra = algebra;
    this.solver = solver;
    this.refuter = refuter;
    this.exact = exact;
  }

  static Checks standard(AlgebraOracle algebra) {
    Smt smt = new Smt(10_000);
    Solver solver =
        new Solver() {
          @Override
          public String tool() {
            return smt.tool();
          }

          @Override
          public String refuteNegation(RealQuestion question) {
            return smt.refuteNegation(question);
          }
        };
    return new Checks(algebra, solver, Sampling::answer, ExactOpinion::answer);
  }

  /** The evidence gathered since the last call. */
  List<ProofReport.Evidence> takeEvidence() {
    List<ProofReport.Evidence> taken = List.copyOf(evidence);
    evidence.clear();
    return taken;
  }

  /** Puts evidence back that was taken while another claim was proved in between. */
  void restoreEvidence(List<ProofReport.Evidence> taken) {
    evidence.clear();
    evidence.addAll(taken);
  }

  /**
   * Requires a question to be answered "zero" by both opinions, at every size that the sizes
   * theorem asks for.
   *
   * @param what readable form of the question
   */
  void requireZero(Question question, String what) {
    try {
      List<Instance> instances = SizeBound.instances(question);
      long start = System.nanoTime();
      List<Grounding.Written> written =
          instances.stream().map(i -> Grounding.write(question, i)).toList();
      boolean known = zeros.contains(written);
      List<String> answers =
          known ? Collections.nCopies(written.size(), "0") : algebra.simplify(written);
      String last = answers.isEmpty() ? "no answer" : answers.get(answers.size() - 1);
      boolean symbolic =
          answers.size() == instances.size() && answers.stream().allMatch("0"::equals);
      String sizes =
          instances.size() == 1
              ? " (" + instances.get(0) + ")"
              : " ("
                  + instances.size()
                  + " choices of sizes up to "
                  + instances.get(instances.size() - 1)
                  + ")";
      note(
          algebra.tool(),
          what + sizes,
          QuestionText.ofAlgebra(written),
          symbolic ? "0" : last,
          start);
      start = System.nanoTime();
      String value = "";
      for (Instance instance : instances) {
        value = known ? "" : exact.answer(question, instance, what.hashCode());
        if (!value.isEmpty()) {
          value = value + " (" + instance + ")";
          break;
        }
      }
      note(
          ExactOpinion.tool(),
          what + sizes,
          QuestionText.ofEvaluation(question, instances, what.hashCode()),
          value.isEmpty() ? "0" : value,
          start);
      if (symbolic && value.isEmpty()) {
        zeros.add(written);
        return;
      }
      throw new Refusal(
          (symbolic == value.isEmpty() ? "not an identity" : "the two opinions disagree")
              + ": "
              + what
              + "; "
              + algebra.tool()
              + ": "
              + (symbolic ? "0" : last)
              + "; exact evaluation: "
              + (value.isEmpty() ? "0" : value));
    } catch (NotRationalException e) {
      throw new Refusal(what + ": " + e.getMessage());
    }
  }

  /**
   * Whether a term without indices is zero. Both opinions have to say so; that it is not zero is
   * taken from exact evaluation.
   *
   * @throws Refusal when the opinions disagree
   */
  boolean isZero(Term term) {
    Question question = Question.zero(term, Map.of());
    String what = Show.of(term) + " == 0";
    Instance instance = SizeBound.instances(question).get(0);
    if (!exact.answer(question, instance, what.hashCode()).isEmpty()) {
      return false;
    }
    requireZero(question, what);
    return true;
  }

  /** Requires a statement to follow from others for all real values, and to have a value. */
  void requireConsequence(
      List<Proposition> assumptions, Proposition goal, Definitions definitions, boolean relu) {
    try {
      if (goal instanceof Proposition.And a) {
        a.parts().forEach(p -> requireConsequence(assumptions, p, definitions, relu));
        return;
      }
      Abstraction abstraction = new Abstraction(definitions, relu);
      List<Proposition> given = new ArrayList<>();
      for (Proposition p : assumptions) {
        given.add(abstraction.of(p));
      }
      Proposition wanted = abstraction.of(goal);
      discharge(abstraction, given);
      List<Proposition> all = new ArrayList<>(given);
      all.addAll(abstraction.kindFacts());
      all.addAll(abstraction.rootFacts());
      ask(new RealQuestion(all, wanted, abstraction.domains()), Show.of(goal));
    } catch (NotRationalException e) {
      throw new Refusal(e.getMessage());
    }
  }

  /** Requires that terms have values, given what is assumed. */
  void requireDefined(
      List<Proposition> assumptions, List<Term> terms, Definitions definitions, boolean relu) {
    try {
      Abstraction abstraction = new Abstraction(definitions, relu);
      List<Proposition> given = new ArrayList<>();
      for (Proposition p : assumptions) {
        given.add(abstraction.of(p));
      }
      terms.forEach(t -> abstraction.of(Instantiation.canonical(t)));
      discharge(abstraction, given);
    } catch (NotRationalException e) {
      throw new Refusal(e.getMessage());
    }
  }

  // A square root is assumed to square to its argument only once the argument is known to be
  // nonnegative, so each condition may use older roots only.
  private void discharge(Abstraction abstraction, List<Proposition> given) {
    List<String> done = new ArrayList<>();
    for (Abstraction.Obligation o : abstraction.obligations()) {
      String key = Show.of(o.condition());
      if (done.contains(key)) {
        continue;
      }
      List<Proposition> all = new ArrayList<>(given);
      all.addAll(abstraction.kindFacts());
      all.addAll(abstraction.rootFacts().subList(0, o.roots()));
      ask(new RealQuestion(all, o.condition(), abstraction.domains()), "has a value: " + o.about());
      done.add(key);
    }
  }

  private void ask(RealQuestion question, String what) {
    long start = System.nanoTime();
    boolean known = consequences.contains(question);
    String proof = known ? "unsat" : solver.refuteNegation(question);
    note(solver.tool(), what, QuestionText.ofSolver(question), proof, start);
    start = System.nanoTime();
    String search =
        known
            ? ""
            : proof.equals("unsat") || proof.startsWith("sat")
                ? refuter.answer(question, what.hashCode())
                : "not asked";
    note(
        Sampling.tool(),
        what,
        QuestionText.ofSampling(question, what.hashCode()),
        search.isEmpty() ? "no counterexample" : search,
        start);
    if (!proof.equals("unsat") || !search.isEmpty()) {
      throw new Refusal(
          "not shown: "
              + what
              + "; "
              + solver.tool()
              + ": "
              + shorten(proof)
              + "; sampling: "
              + (search.isEmpty() ? "no counterexample" : shorten(search)));
    }
    consequences.add(question);
  }

  private static String shorten(String text) {
    return text.length() > 200 ? text.substring(0, 200) + " ..." : text;
  }

  private void note(String tool, String about, String input, String output, long start) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    evidence.add(new ProofReport.Evidence(tool, about, input, output, millis));
  }
}
