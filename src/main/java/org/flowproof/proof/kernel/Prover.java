package org.flowproof.proof.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.flowproof.formula.Proposition;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.NotRationalException;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.symja.SymjaProcess;

/**
 * Replays derivations; the kernel. Nothing else makes a {@link ClaimStatus.Proved}. Holds a worker
 * process for the algebra system; close it when done. Not for use by several threads at once, but
 * several provers may share what they finish.
 */
public final class Prover implements AutoCloseable {
  private final ClaimCatalogue catalogue;
  private final AutoCloseable worker;
  private final Checks checks;
  private final FinishedProofs finished;
  private final Deque<String> inProgress = new ArrayDeque<>();
  private boolean metCircle;
  private final RuleBook rules;

  /**
   * @param catalogue where the claims named by {@code lemma} steps are found
   */
  public Prover(ClaimCatalogue catalogue) {
    this(new FinishedProofs(catalogue));
  }

  /**
   * @param finished the catalogue, with what other provers found; gets what this one finds
   */
  public Prover(FinishedProofs finished) {
    this(finished, new SymjaProcess());
  }

  private Prover(FinishedProofs finished, SymjaProcess process) {
    this(finished, Checks.standard(process), process);
  }

  Prover(ClaimCatalogue catalogue, Checks checks, AutoCloseable worker) {
    this(new FinishedProofs(catalogue), checks, worker);
  }

  Prover(FinishedProofs finished, Checks checks, AutoCloseable worker) {
    this.finished = finished;
    this.catalogue = finished.catalogue();
    this.checks = checks;
    this.worker = worker;
    this.rules = new RuleBook(this::provedClaim);
  }

  /** The names of all rules that can discharge a step. */
  public List<String> ruleNames() {
    return rules.names();
  }

  /**
   * Replays the derivation of one claim. Never throws for a bad proof: the report says why.
   *
   * @return the report; the same object when the same claim is asked for again
   */
  public ProofReport prove(Claim claim) {
    Optional<ProofReport> known = finished.find(claim);
    if (known.isPresent()) {
      return known.get();
    }
    ProofReport report;
    inProgress.push(claim.id());
    try {
      report = replay(claim);
    } finally {
      inProgress.pop();
    }
    if (inProgress.isEmpty()) {
      metCircle = false;
    }
    // not kept: within a circle, the words of a refusal depend on where the circle was entered, and
    // an interrupted tool gives no answer that it would not give another time
    return metCircle || Thread.currentThread().isInterrupted()
        ? report
        : finished.keep(claim, report);
  }

  /**
   * Replays the derivation for a deliberately wrong variant: a hypothesis is dropped, or the steps
   * that show the conclusion say the wrong thing. A sound kernel does not answer PROVED.
   */
  public ProofReport proveTwin(Claim claim, Claim.Twin twin) {
    return replay(WrongVariant.of(claim, twin));
  }

  private ProofReport replay(Claim claim) {
    if (claim.source().kind() == Claim.Source.Kind.CONJECTURE) {
      return new ProofReport(claim, new ClaimStatus.Conjectured(), List.of());
    }
    if (claim.derivation().isEmpty()) {
      return new ProofReport(
          claim,
          new ClaimStatus.Cited(
              (claim.source().reference() + " " + claim.source().locator()).strip()),
          List.of());
    }
    NormalForm normal = new NormalForm(claim);
    Definitions definitions = Definitions.of(claim.subject());
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    List<ProofReport.StepOutcome> outcomes = new ArrayList<>();
    List<String> open = new ArrayList<>();
    TreeSet<String> trusted = new TreeSet<>();
    List<Fact> last = List.of();
    ClaimRange range;
    try {
      range = new ClaimRange(normal.normal(claim.range()));
    } catch (Refusal e) {
      return new ProofReport(claim, new ClaimStatus.Partial(List.of(e.getMessage())), List.of());
    }
    claim
        .hypotheses()
        .forEach((name, p) -> facts.put(name, Fact.of(Map.of(), normal.normal(p), false)));
    claim
        .setting()
        .ifPresent(
            s ->
                s.facts()
                    .forEach(
                        (name, p) -> facts.put(name, Fact.of(Map.of(), normal.normal(p), false))));
    facts.put("range", List.of(range.asFact()));
    for (String name : claim.hypotheses().keySet()) {
      // a hypothesis is about the start: one that mentions t would be assumed at every time
      if (Trees.mentionsTime(normal.normal(claim.hypotheses().get(name)))) {
        open.add("hypothesis " + name + " is about later times");
        facts.remove(name);
      }
    }
    for (Claim.Step step : claim.derivation()) {
      String reason;
      boolean discharged = false;
      last = List.of();
      try {
        if (facts.containsKey(step.id())) {
          throw new Refusal("the name is in use");
        }
        Rule rule = rules.find(step.rule());
        if (rule == null) {
          throw new Refusal(
              step.rule().equals("cite") ? "cited, not derived" : "unknown rule " + step.rule());
        }
        List<Fact> premises = premises(step, facts);
        StepContext context =
            new StepContext(claim, step, premises, checks, definitions, normal, range);
        last = rule.apply(context);
        context.refuseUnusedParameters();
        facts.put(step.id(), last);
        trusted.add(rule.trusts());
        discharged = true;
        reason = rule.trusts();
      } catch (Refusal | NotRationalException e) {
        reason = e.getMessage();
        last = List.of();
        open.add(step.id() + ": " + reason);
      }
      outcomes.add(new ProofReport.StepOutcome(step, discharged, reason, checks.takeEvidence()));
    }
    if (open.isEmpty()) {
      requireConclusion(claim, normal.normal(claim.conclusion()), last, open);
    }
    ClaimStatus status =
        open.isEmpty()
            ? new ClaimStatus.Proved(List.copyOf(trusted))
            : new ClaimStatus.Partial(open);
    return new ProofReport(claim, status, outcomes);
  }

  private static List<Fact> premises(Claim.Step step, Map<String, List<Fact>> facts) {
    List<Fact> premises = new ArrayList<>();
    for (String id : step.from()) {
      List<Fact> known = facts.get(id);
      if (known == null) {
        throw new Refusal("rests on " + id + ", which is not established");
      }
      premises.addAll(known);
    }
    return premises;
  }

  // What the last step established must contain every part of the conclusion, word for word.
  private static void requireConclusion(
      Claim claim, Proposition conclusion, List<Fact> last, List<String> open) {
    for (Fact wanted : Fact.of(Map.of(), conclusion, false)) {
      Map<String, org.flowproof.formula.IndexKind> scope = new LinkedHashMap<>(claim.generic());
      scope.putAll(wanted.universals());
      for (Proposition part : wanted.parts()) {
        if (last.stream().noneMatch(f -> f.at(scope).contains(part))) {
          open.add("the last step does not show " + Show.of(part));
        }
      }
    }
  }

  private Claim provedClaim(String id) {
    Claim claim =
        catalogue
            .find(id)
            .orElseThrow(
                () ->
                    new Refusal(
                        "unknown claim '"
                            + id
                            + "'"
                            + catalogue
                                .suggest(id)
                                .map(s -> "; did you mean '" + s + "'?")
                                .orElse("")));
    if (inProgress.contains(id)) {
      metCircle = true;
      throw new Refusal("the proof of " + id + " would rest on itself");
    }
    List<ProofReport.Evidence> own = checks.takeEvidence();
    ProofReport report = prove(claim);
    checks.restoreEvidence(own);
    if (!(report.status() instanceof ClaimStatus.Proved)) {
      throw new Refusal("the claim " + id + " is " + report.status().word() + ", not PROVED");
    }
    return claim;
  }

  @Override
  public void close() {
    try {
      worker.close();
    } catch (Exception e) {
      throw new IllegalStateException("the algebra worker could not be stopped", e);
    }
  }
}
