package org.flowproof.bench.page;

/** Text of a page under construction. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown add(String more) {
    text.append(more);
    return this;
  }

  /** A row of a table. */
  Markdown row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  /**
   * The head of a table; names that begin with a blank are of columns of words, others of numbers.
   */
  Markdown head(String... names) {
    String[] shown = new String[names.length];
    String[] rule = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      shown[i] = names[i].strip();
      rule[i] = names[i].startsWith(" ") ? "---" : "---:";
    }
    return row(shown).row(rule);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
