package org.flowproof.exposition;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Setting;

/** The sentences of a statement. */
public final class StatementWords {
  private static final Proposition ALWAYS =
      new Proposition.Comparison(
          Proposition.Relation.GREATER_OR_EQUAL,
          new Term.Name("t"),
          new Term.Literal(Rational.ZERO));

  private final Claim claim;
  private final Notation notation;

  /** The words for one claim. */
  public StatementWords(Claim claim, Notation notation) {
    this.claim = claim;
    this.notation = notation;
  }

  /** The problems that the claim speaks about: "For gradient flow on ..., both layers trained". */
  public String setting() {
    return claim.model().map(this::model).orElseGet(() -> setting(claim.setting().orElseThrow()));
  }

  private String model(Claim.Model model) {
    String motion =
        switch (model.motion()) {
          case FLOW -> "gradient flow";
          case EARLY_ALIGNMENT_FLOW -> "the early-alignment flow (labels in place of residuals)";
          case DESCENT -> "gradient descent with step " + notation.symbols("\\eta");
        };
    String loss =
        switch (model.loss()) {
          case SQUARED_HALF_MEAN -> "the squared loss with factor " + notation.symbols("1/(2n)");
          case ANY -> "any loss";
        };
    String activation =
        switch (model.activation()) {
          case RELU -> "ReLU activation";
          case LEAKY_OR_RELU -> "ReLU or leaky ReLU activation";
          case SMOOTH -> "a smooth activation";
        };
    String layers =
        switch (model.layers()) {
          case BOTH -> "both layers trained";
          case ANY -> "one or both layers trained";
        };
    return "For " + motion + " on " + loss + ", " + activation + ", " + layers;
  }

  private String setting(Setting setting) {
    return "In the setting \u201c" + notation.prose(setting.title()) + "\u201d";
  }

  /**
   * What the conclusion holds for, such as "for every neuron j and all t ≥ 0"; empty when there is
   * nothing to say. When the times are not simply all from 0 on, it ends with "all times with", and
   * the range is to be displayed.
   */
  public String quantifiers() {
    List<String> words = Words.counted("every", claim.generic(), notation);
    boolean counted = motion() == Setting.Motion.DESCENT;
    if (!always()) {
      words.add(counted ? "all steps with" : "all times with");
    } else if (motion() != Setting.Motion.STILL) {
      words.add("all " + (counted ? "steps " : "") + notation.inline(ALWAYS));
    }
    return words.isEmpty() ? "" : "for " + Words.list(words);
  }

  private Setting.Motion motion() {
    return claim
        .setting()
        .map(Setting::motion)
        .orElse(claim.subject().continuousTime() ? Setting.Motion.FLOW : Setting.Motion.DESCENT);
  }

  /** Whether the claim is about all times from 0 on, so that the range need not be displayed. */
  public boolean always() {
    return claim.range().equals(ALWAYS);
  }

  /** How a proof starts: "Fix a neuron j."; empty without indices. */
  public String fixed() {
    List<String> words = Words.counted("a", claim.generic(), notation);
    return words.isEmpty() ? "" : "Fix " + Words.list(words) + ".";
  }

  /** What stands in place of a proof where there is none, one sentence. */
  public String underived() {
    return claim.source().kind() == Claim.Source.Kind.CONJECTURE
        ? "The statement is a conjecture: nobody says that it is true."
        : "The statement is taken from the literature and not derived again.";
  }

  /** Where the claim comes from, without a full stop. */
  public String source(String citation) {
    Claim.Source source = claim.source();
    if (source.reference().isEmpty() && source.locator().isEmpty()) {
      return switch (source.kind()) {
        case CITED -> "the literature";
        case CONJECTURE -> "a conjecture";
        case DERIVED -> "derived here";
      };
    }
    List<String> parts = new ArrayList<>();
    if (!source.reference().isEmpty()) {
      parts.add(citation);
    }
    if (!source.locator().isEmpty()) {
      parts.add(notation.prose(source.locator()));
    }
    String place = String.join(", ", parts);
    return switch (source.kind()) {
      case CITED -> "taken from " + place + ", not derived again";
      case CONJECTURE -> "a conjecture; compare " + place;
      case DERIVED -> "derived here; compare " + place;
    };
  }
}
