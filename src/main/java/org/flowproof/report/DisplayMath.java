package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.formula.LatexPrinter;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;

/**
 * Sets formulas as displays that fit the line, broken before relations and before the signs of
 * sums.
 */
final class DisplayMath {
  /** Width of a display line in points, with room for an equation number. */
  private static final double LINE = 400;

  private static final double INDENT = 30;

  private final LatexPrinter printer;

  DisplayMath(LatexPrinter printer) {
    this.printer = printer;
  }

  /**
   * The inside of an {@code equation}: one line, or a {@code split} of several.
   *
   * @param proposition what to show
   * @param end punctuation after the formula, such as a full stop
   */
  String of(Proposition proposition, String end) {
    return assemble(lines(proposition, LINE - INDENT), end);
  }

  /** The inside of an {@code equation} that sets a name to a term. */
  String definition(String name, Term term, String end) {
    List<String> lines = new ArrayList<>();
    relation(name, "=", term, LINE - INDENT, lines);
    return assemble(lines, end);
  }

  /** Wraps ready mathematics that has no tree; broken before relations and signs when too wide. */
  static String raw(String latex, String end) {
    return assemble(RawBreaks.lines(latex, LINE - INDENT), end);
  }

  /**
   * Puts short displays side by side; the last one ends with a full stop.
   *
   * @param displays insides of equations, each ending with a comma
   */
  static List<String> pack(List<String> displays) {
    List<String> out = new ArrayList<>();
    for (String display : displays) {
      int last = out.size() - 1;
      String together = last < 0 ? "" : out.get(last) + "\\qquad " + display;
      if (last >= 0 && !together.contains("\\begin{split}") && MathWidth.of(together) <= LINE) {
        out.set(last, together);
      } else {
        out.add(display);
      }
    }
    if (!out.isEmpty()) {
      int last = out.size() - 1;
      String end = out.get(last);
      int comma = end.lastIndexOf(',');
      out.set(last, end.substring(0, comma) + "." + end.substring(comma + 1));
    }
    return out;
  }

  private static String assemble(List<String> lines, String end) {
    String body = String.join(" \\\\\n", lines) + end;
    if (lines.size() == 1) {
      return body.replace("&", "");
    }
    // the punctuation stands before the end of the split
    return "\\begin{split}\n" + body + "\n\\end{split}";
  }

  private List<String> lines(Proposition p, double width) {
    List<String> out = new ArrayList<>();
    if (MathWidth.of(whole(p)) <= width) {
      out.add("&" + whole(p));
    } else if (p instanceof Proposition.Comparison c) {
      relation(printer.print(c.left()), sign(c.relation()), c.right(), width, out);
    } else if (p instanceof Proposition.And and) {
      join(and.parts(), "\\text{and }", width, out);
    } else if (p instanceof Proposition.Or or) {
      join(or.parts(), "\\text{or }", width, out);
    } else if (p instanceof Proposition.Implies i) {
      out.addAll(lines(i.premise(), width));
      List<String> then = lines(i.consequence(), width - INDENT);
      out.add("&\\implies " + then.get(0).replace("&", ""));
      out.addAll(then.subList(1, then.size()));
    } else if (p instanceof Proposition.Quantified q) {
      out.addAll(lines(q.body(), width));
      out.add("&\\quad " + range(q));
    } else {
      out.add("&" + printer.print(p));
    }
    return out;
  }

  private void join(List<Proposition> parts, String word, double width, List<String> out) {
    String before = "";
    for (Proposition part : parts) {
      List<String> lines = lines(part, width - INDENT);
      out.add("&" + before + lines.get(0).replace("&", ""));
      out.addAll(lines.subList(1, lines.size()));
      before = word;
    }
  }

  /** One line. Quantifiers stand behind, in words; the rest is the printer's. */
  private String whole(Proposition p) {
    if (p instanceof Proposition.Quantified q) {
      return whole(q.body()) + "\\quad " + range(q);
    }
    if (p instanceof Proposition.And and && and.parts().size() > 1) {
      return String.join(
          "\\quad\\text{and}\\quad ", and.parts().stream().map(this::whole).toList());
    }
    if (p instanceof Proposition.Implies i) {
      return whole(i.premise()) + "\\quad\\implies\\quad " + whole(i.consequence());
    }
    return printer.print(p);
  }

  private static String range(Proposition.Quantified q) {
    String word = q.quantifier() == Proposition.Quantifier.FOR_ALL ? "for all" : "for some";
    return String.format(Locale.ROOT, "\\text{%s } %s = 1, \\dots, %s", word, q.index(), q.size());
  }

  private void relation(String left, String sign, Term right, double width, List<String> out) {
    double used = MathWidth.of(left);
    if (used > 0.4 * width) {
      out.add("&" + left);
      used = 0;
      pack("&\\quad " + sign + " ", right, width - 2 * INDENT, out);
    } else {
      pack(left + " &" + sign + " ", right, width - used - INDENT, out);
    }
  }

  /** Fills lines with the summands of a term; each further line starts with its sign. */
  private void pack(String start, Term term, double width, List<String> out) {
    StringBuilder line = new StringBuilder(start);
    double used = 0;
    for (String piece : summands(term)) {
      double w = MathWidth.of(piece);
      if (used > 0 && used + w > width) {
        out.add(line.toString());
        line = new StringBuilder("&\\qquad ");
        used = 2 * INDENT / 3;
      }
      line.append(piece).append(' ');
      used += w;
    }
    out.add(line.toString().stripTrailing());
  }

  private List<String> summands(Term term) {
    List<String> out = new ArrayList<>();
    flatten(term, out);
    return out;
  }

  private void flatten(Term term, List<String> out) {
    if (term instanceof Term.Operation o
        && (o.operator() == Term.Operator.PLUS || o.operator() == Term.Operator.MINUS)) {
      flatten(o.left(), out);
      boolean minus = o.operator() == Term.Operator.MINUS;
      String right = printer.print(o.right());
      boolean group =
          o.right() instanceof Term.Negation
              || (minus
                  && o.right() instanceof Term.Operation inner
                  && (inner.operator() == Term.Operator.PLUS
                      || inner.operator() == Term.Operator.MINUS));
      out.add((minus ? "{}- " : "{}+ ") + (group ? "\\left(" + right + "\\right)" : right));
    } else {
      out.add(printer.print(term));
    }
  }

  private static String sign(Proposition.Relation relation) {
    return switch (relation) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "\\ne";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "\\le";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> "\\ge";
    };
  }
}
