package org.flowproof.formula;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The default look of a plain name: Greek letters, trailing digits as subscript, words upright. */
final class NameStyle {
  private static final Pattern PARTS = Pattern.compile("([A-Za-z]+|[A-Za-z][A-Za-z0-9]*?)([0-9]*)");
  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
          "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi",
          "Psi", "Omega");

  private NameStyle() {}

  /** LaTeX for a name of letters and digits. */
  static String latex(String name) {
    Matcher parts = PARTS.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a name: " + name);
    }
    String digits = parts.group(2);
    return word(parts.group(1)) + (digits.isEmpty() ? "" : "_{" + digits + "}");
  }

  private static String word(String letters) {
    if (GREEK.contains(letters)) {
      return "\\" + letters;
    }
    if (letters.length() == 4 && letters.endsWith("bar")) {
      return "\\bar{" + letters.charAt(0) + "}";
    }
    return letters.length() == 1 ? letters : "\\mathrm{" + letters + "}";
  }
}
