package org.flowproof.proof.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.json.Json;
import org.flowproof.proof.kernel.ProofReport;
import org.flowproof.proof.kernel.RecordedReplay;

/**
 * What the tools were asked and answered in one replay of a derivation, and what the kernel made of
 * it.
 *
 * @param claim id of the claim
 * @param fingerprint everything that the proof depended on
 * @param open what was left open; empty when every step was discharged
 * @param steps in the order of the derivation
 */
public record EvidenceRecord(
    String claim, Fingerprint fingerprint, List<String> open, List<Step> steps) {
  static final int FORMAT = 1;

  public EvidenceRecord {
    open = List.copyOf(open);
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param id the step's id
   * @param rule its rule
   * @param discharged whether the kernel accepted it
   * @param reason why not, or what was checked
   * @param questions what was asked, in order
   */
  public record Step(
      String id,
      String rule,
      boolean discharged,
      String reason,
      List<ProofReport.Evidence> questions) {
    public Step {
      questions = List.copyOf(questions);
    }

    private Map<String, Object> tree(boolean times) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("id", id);
      tree.put("rule", rule);
      tree.put("discharged", discharged);
      tree.put("reason", reason);
      tree.put("questions", questions.stream().map(q -> question(q, times)).toList());
      return tree;
    }

    private static Map<String, Object> question(ProofReport.Evidence evidence, boolean times) {
      ToolName tool = ToolName.of(evidence.tool());
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("tool", tool.name());
      tree.put("version", tool.version());
      tree.put("about", evidence.about());
      tree.put("input", evidence.input());
      tree.put("output", evidence.output());
      if (times) {
        tree.put("millis", evidence.millis());
      }
      return tree;
    }
  }

  /** The record of a course of the kernel. */
  public static EvidenceRecord of(
      String claim, Fingerprint fingerprint, RecordedReplay.Course course) {
    List<Step> steps = new ArrayList<>();
    for (ProofReport.StepOutcome o : course.steps()) {
      steps.add(new Step(o.step().id(), o.step().rule(), o.discharged(), o.reason(), o.evidence()));
    }
    return new EvidenceRecord(claim, fingerprint, course.open(), steps);
  }

  /** Every answer, in order. */
  public List<ProofReport.Evidence> answers() {
    return steps.stream().flatMap(s -> s.questions().stream()).toList();
  }

  /** The file's text: JSON with fixed order, ASCII only. */
  public String text() {
    return Json.text(tree(true));
  }

  /** Whether two records agree in everything but times. */
  public boolean sameButTimes(EvidenceRecord other) {
    return tree(false).equals(other.tree(false));
  }

  /**
   * Where another record first differs, times aside.
   *
   * @return such as {@code step e4: answers}; empty when nothing differs but fingerprint or times
   */
  public Optional<String> firstDifference(EvidenceRecord other) {
    for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
      Map<String, Object> mine = steps.get(i).tree(false);
      Map<String, Object> theirs = other.steps.get(i).tree(false);
      for (String key : mine.keySet()) {
        if (!mine.get(key).equals(theirs.get(key))) {
          return Optional.of("step " + steps.get(i).id() + ": " + key);
        }
      }
    }
    if (steps.size() != other.steps.size()) {
      return Optional.of(steps.size() + " steps, not " + other.steps.size());
    }
    return open.equals(other.open) ? Optional.empty() : Optional.of("what is left open");
  }

  private Map<String, Object> tree(boolean times) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORMAT);
    tree.put("claim", claim);
    tree.put("fingerprint", fingerprint.sha256());
    tree.put("restsOn", fingerprint.tree());
    tree.put("open", open);
    tree.put("steps", steps.stream().map(s -> s.tree(times)).toList());
    return tree;
  }
}
