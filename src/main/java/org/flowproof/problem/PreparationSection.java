package org.flowproof.problem;

import java.util.List;
import org.flowproof.problem.data.LabelledSamples;
import org.flowproof.problem.data.Preparation;
import org.flowproof.problem.yaml.Decimal;
import org.flowproof.problem.yaml.NearestName;
import org.flowproof.problem.yaml.StrictMap;

/** Reads the section {@code data.prepare} of a case file, and does what it says. */
final class PreparationSection {
  private final StrictMap prepare;
  private final Preparation preparation;

  PreparationSection(StrictMap prepare) {
    this.prepare = prepare.allow(CaseKeys.PREPARE);
    boolean centred = isWord("centre", "mean", "none or mean");
    boolean unit = false;
    double factor = 1;
    if (prepare.has("scale") && Decimal.parse(prepare.get("scale").anyText()).isPresent()) {
      factor = prepare.get("scale").positive();
    } else {
      unit = isWord("scale", "unit", "none, unit (norm 1) or a number above 0");
    }
    preparation = new Preparation(centred, unit, factor);
  }

  private boolean isWord(String key, String word, String expected) {
    String text = prepare.text(key, "none");
    if (!text.equals(word) && !text.equals("none")) {
      throw prepare
          .get(key)
          .refuse(
              "unusable: '" + text + "'", expected, NearestName.of(text, List.of("none", word)));
    }
    return text.equals(word);
  }

  /**
   * The prepared samples.
   *
   * @throws InputException when an entry becomes too large, or a sample without direction was to be
   *     scaled to norm 1
   */
  DataSet apply(LabelledSamples samples, String origin) {
    Matrix x;
    try {
      x = preparation.apply(samples.x());
    } catch (IllegalArgumentException e) {
      throw prepare.refuse(e.getMessage(), "entries that a double can hold");
    }
    for (int k = 0; preparation.unit() && k < x.rows(); k++) {
      if (DataSection.isZero(x.row(k))) {
        throw prepare
            .get("scale")
            .refuse(
                samples.name(k)
                    + " is the zero vector"
                    + (preparation.centred() ? " after centring" : ""),
                "samples other than 0, which has no direction");
      }
    }
    String words = preparation.words();
    return new DataSet(x, samples.y(), words.isEmpty() ? origin : origin + ", " + words);
  }
}
