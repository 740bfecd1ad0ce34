package org.flowproof.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** LaTeX of names, observables and numbers. */
final class LatexNames {
  private static final String PRODUCT_OPEN = "\\langle ";
  private static final String PRODUCT_CLOSE = "\\rangle";
  private static final String SQUARE = "^2";

  private final Vocabulary vocabulary;
  private final Map<String, String> chosen;
  private final boolean timesShown;

  /**
   * @param chosen symbols that come before those of the vocabulary
   * @param timesShown whether the current time is printed as an argument
   */
  LatexNames(Vocabulary vocabulary, Map<String, String> chosen, boolean timesShown) {
    this.vocabulary = vocabulary;
    this.chosen = Map.copyOf(chosen);
    this.timesShown = timesShown;
  }

  /** The same names, with or without the current time. */
  LatexNames withTimes(boolean shown) {
    return shown == timesShown ? this : new LatexNames(vocabulary, chosen, shown);
  }

  /** A name without arguments. */
  String plain(String name) {
    if (chosen.containsKey(name)) {
      return chosen.get(name);
    }
    return vocabulary
        .find(name)
        .filter(signature -> signature.indices().isEmpty() && !signature.timed())
        .map(Signature::latex)
        .orElseGet(() -> NameStyle.latex(name));
  }

  String observed(Term.Observed observed) {
    Signature signature =
        vocabulary
            .find(observed.name())
            .orElseThrow(() -> new IllegalArgumentException("undeclared: " + observed.name()));
    List<String> indices = new ArrayList<>();
    for (Term index : observed.indices()) {
      indices.add(argument(index));
    }
    String symbol = filled(signature.latex(), indices);
    if (observed.time() == null) {
      return symbol;
    }
    boolean silent = !timesShown && Times.now(observed.time());
    String time = silent ? "" : "(" + argument(observed.time()) + ")";
    boolean composite = symbol.contains("\\r") || symbol.contains("^") || symbol.contains("(");
    boolean bracketed = symbol.startsWith("(") && symbol.indexOf(')') == symbol.length() - 1;
    if (observed.primes() > 0) {
      return (composite && !bracketed ? "(" + symbol + ")" : symbol) + "'" + time;
    }
    if (bracketed) {
      return symbol + time;
    }
    if (symbol.startsWith(PRODUCT_OPEN) && symbol.endsWith(PRODUCT_CLOSE)) {
      return product(symbol, time);
    }
    // the time belongs to the vector inside a norm, or to the letter, not to the exponent
    int norm = symbol.indexOf("\\rVert");
    int cut = norm < 0 && symbol.endsWith(SQUARE) ? symbol.length() - SQUARE.length() : norm;
    return cut < 0 ? symbol + time : symbol.substring(0, cut) + time + symbol.substring(cut);
  }

  /** The time goes to each factor of an inner product that moves, not to the brackets. */
  private String product(String symbol, String time) {
    String inside =
        symbol.substring(PRODUCT_OPEN.length(), symbol.length() - PRODUCT_CLOSE.length());
    return Arrays.stream(inside.split(", ", -1))
        .map(factor -> rests(factor) ? factor : factor + time)
        .collect(Collectors.joining(", ", PRODUCT_OPEN, PRODUCT_CLOSE));
  }

  /**
   * Whether a factor such as {@code x_{k}} or {@code \\gamma} is one of the vocabulary that has no
   * time.
   */
  private boolean rests(String factor) {
    String head = factor.replaceFirst("[_^].*", "").replaceFirst("^\\\\", "");
    return vocabulary.find(head).map(signature -> !signature.timed()).orElse(false);
  }

  private String argument(Term term) {
    if (term instanceof Term.Operation operation) {
      return argument(operation.left())
          + operation.operator().symbol()
          + argument(operation.right());
    }
    return term instanceof Term.Literal literal
        ? number(literal.value())
        : plain(((Term.Name) term).name());
  }

  /** One pass over the template, so that inserted text is never searched for marks again. */
  private static String filled(String template, List<String> indices) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      int which = i + 1 < template.length() ? template.charAt(i + 1) - '1' : -1;
      if (c == '#' && which >= 0 && which < indices.size()) {
        out.append(indices.get(which));
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  static String number(Rational value) {
    if (value.signum() < 0) {
      return "(-" + number(value.negate()) + ")";
    }
    if (!Binding.decimal(value)) {
      return "\\frac{" + value.numerator() + "}{" + value.denominator() + "}";
    }
    BigDecimal decimal =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()))
            .stripTrailingZeros();
    int size = decimal.precision() - decimal.scale() - 1;
    if (value.signum() == 0 || (size >= -4 && size <= 6)) {
      return decimal.toPlainString();
    }
    String power = "10^{" + size + "}";
    BigDecimal mantissa = decimal.movePointLeft(size).stripTrailingZeros();
    return mantissa.compareTo(BigDecimal.ONE) == 0
        ? power
        : mantissa.toPlainString() + "\\cdot " + power;
  }

  /** Whether delimiters around this must grow. */
  static boolean tall(String latex) {
    return latex.contains("\\frac")
        || latex.contains("\\sum")
        || latex.contains("\\int")
        || latex.contains("\\sup_")
        || latex.contains("\\inf_")
        || latex.contains("_{1\\le ");
  }

  static String delimited(String open, String content, String close) {
    return tall(content) ? "\\left" + open + content + "\\right" + close : open + content + close;
  }
}
