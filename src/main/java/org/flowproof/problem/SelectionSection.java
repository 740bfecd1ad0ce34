package org.flowproof.problem;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.flowproof.problem.data.ClassLabel;
import org.flowproof.problem.data.ClassPicker;
import org.flowproof.problem.data.ClassSelection;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code data.select} of a case file, and holds it against the samples found. */
final class SelectionSection {
  /** Classes that a message lists. */
  private static final int LISTED = 12;

  private final StrictMap select;
  private final ClassSelection selection;

  /**
   * @param otherSeed used in place of a seed in the file
   */
  SelectionSection(StrictMap select, OptionalLong otherSeed) {
    this.select = select.allow(CaseKeys.SELECT);
    List<ClassLabel> classes = classes(select.get("classes"));
    int[] take = take();
    if (select.has("seed") && !select.has("take")) {
      throw select.get("seed").refuse("nothing is drawn when all are taken", "it beside 'take'");
    }
    OptionalLong seed = OptionalLong.empty();
    if (select.has("seed")) {
      long own = select.get("seed").integer(0, Long.MAX_VALUE);
      seed = OptionalLong.of(otherSeed.orElse(own));
    }
    selection = new ClassSelection(classes.get(0), classes.get(1), take[0], take[1], seed);
  }

  private static List<ClassLabel> classes(StrictValue value) {
    String expected = "two classes: the one labelled 1, then the one labelled -1";
    List<StrictValue> items = value.list();
    if (items.size() != 2) {
      throw value.refuse(items.size() == 1 ? "1 class" : items.size() + " classes", expected);
    }
    List<ClassLabel> classes = items.stream().map(item -> ClassLabel.of(item.text())).toList();
    if (classes.get(0).equals(classes.get(1))) {
      throw value.refuse("the class " + classes.get(0).shown() + " twice", expected);
    }
    return classes;
  }

  private int[] take() {
    if (!select.has("take")) {
      return new int[] {ClassSelection.ALL, ClassSelection.ALL};
    }
    StrictValue take = select.get("take");
    if (!take.isList()) {
      int both = count(take);
      return new int[] {both, both};
    }
    List<StrictValue> each = take.list();
    if (each.size() != 2) {
      throw take.refuse(
          "a list of " + each.size(), "a number for both classes, or two: one for each");
    }
    return new int[] {count(each.get(0)), count(each.get(1))};
  }

  private static int count(StrictValue value) {
    return (int) value.integer(1, 1_000_000);
  }

  /** What the section says. */
  ClassSelection selection() {
    return selection;
  }

  /**
   * Refuses a class that is not in the file, and more samples than there are.
   *
   * @param picker that all samples of the file were offered to
   */
  void hold(ClassPicker picker) {
    StrictValue classes = select.get("classes");
    refuseMissing(classes.list().get(0), picker.foundPlus(), picker);
    refuseMissing(classes.list().get(1), picker.foundMinus(), picker);
    if (select.has("take")) {
      refuseFew(0, selection.plus(), selection.takePlus(), picker.foundPlus());
      refuseFew(1, selection.minus(), selection.takeMinus(), picker.foundMinus());
    }
  }

  private static void refuseMissing(StrictValue value, int found, ClassPicker picker) {
    if (found == 0) {
      throw value.refuse(
          "no samples of class " + ClassLabel.of(value.text()).shown(),
          "two of the classes there are: " + listed(picker.counts()));
    }
  }

  private void refuseFew(int side, ClassLabel label, int take, int found) {
    if (take > found) {
      StrictValue value = select.get("take");
      throw (value.isList() ? value.list().get(side) : value)
          .refuse(
              take + " samples of class " + label.shown(),
              "at most " + found + ", the number there are");
    }
  }

  private static String listed(SortedMap<ClassLabel, Integer> counts) {
    StringBuilder text = new StringBuilder();
    int told = 0;
    for (ClassLabel label : counts.keySet()) {
      if (++told > LISTED) {
        return text.append(", ...").toString();
      }
      text.append(told == 1 ? "" : ", ")
          .append(label.shown())
          .append(" (")
          .append(counts.get(label))
          .append(')');
    }
    return text.toString();
  }
}
