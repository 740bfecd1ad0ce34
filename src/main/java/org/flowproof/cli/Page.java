package org.flowproof.cli;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.FormulaLines;
import org.flowproof.formula.Width;

/** Lays out paragraphs and displayed formulas in columns. */
final class Page {
  private static final String INDENT = "    ";

  private final Console console;
  private final TextStyle style;
  private boolean blank = true;

  Page(Console console, TextStyle style) {
    this.console = console;
    this.style = style;
  }

  /** Running text, broken between words, followed by nothing. */
  void paragraph(String text) {
    wrapped(text, style.width()).forEach(this::line);
  }

  /** Running text below and right of a heading. */
  void indented(String text) {
    wrapped(text, style.width() - INDENT.length()).forEach(l -> line(INDENT + l));
  }

  /** A formula between blank lines, with its number or name at the right. */
  void display(String formula, String tag) {
    blank();
    lines(formula, tag).forEach(this::line);
    blank();
  }

  /** Formulas between blank lines, one below the other. */
  void displays(List<String> formulas) {
    blank();
    formulas.forEach(f -> lines(f, "").forEach(this::line));
    blank();
  }

  /** A blank line, unless there is one already. */
  void blank() {
    if (!blank) {
      console.print("");
      blank = true;
    }
  }

  private List<String> lines(String formula, String tag) {
    int room = style.width() - INDENT.length() - (tag.isEmpty() ? 0 : tag.length() + 2);
    List<String> lines = new ArrayList<>();
    FormulaLines.of(formula, room).forEach(l -> lines.add(INDENT + l));
    if (!tag.isEmpty()) {
      int last = lines.size() - 1;
      String end = lines.get(last);
      int gap = Math.max(2, style.width() - Width.of(end) - tag.length());
      lines.set(last, end + " ".repeat(gap) + tag);
    }
    return lines;
  }

  /** One line as it is, but for characters that the style does not have. */
  void line(String text) {
    blank = false;
    String tied = text.replace(TerminalNotation.TIED, ' ');
    console.print(style.ascii() ? ascii(tied) : tied);
  }

  private static String ascii(String text) {
    return text.replace('–', '-')
        .replaceAll("[\u201c\u201d]", "\"")
        .replaceAll("[‘’]", "'")
        .replace("∎", "QED")
        .replaceAll("[^\\x00-\\x7F]", "?");
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(text, width)) {
      if (line.length() > 0 && Width.of(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The words; what is tied together but wider than a line is taken apart. */
  private static List<String> words(String text, int width) {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("[ \n]+", -1)) {
      words.addAll(
          Width.of(word) > width
              ? List.of(word.split(String.valueOf(TerminalNotation.TIED), -1))
              : List.of(word));
    }
    return words;
  }
}
