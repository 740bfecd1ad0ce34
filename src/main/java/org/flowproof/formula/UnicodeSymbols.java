package org.flowproof.formula;

import java.text.Normalizer;
import java.util.Map;

/**
 * Reads the LaTeX of a symbol, such as {@code \langle w_{j}(0), x_{k}\rangle}, as Unicode plain
 * text, {@code ⟨w_j(0), x_k⟩}. Made for the symbols of signatures: scripts, accents, fences, Greek
 * letters and upright words, but no fractions or sums.
 */
final class UnicodeSymbols {
  private static final Map<String, String> COMMANDS = commands();

  /** Accents as characters that combine with the letter before them. */
  private static final Map<String, String> ACCENTS =
      Map.of(
          "hat",
          "\u0302",
          "bar",
          "\u0304",
          "tilde",
          "\u0303",
          "dot",
          "\u0307",
          "vec",
          "\u20d7",
          "widehat",
          "\u0302",
          "widetilde",
          "\u0303",
          "overline",
          "\u0304");

  private static final String PLAIN = "0123456789+-";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";

  private final String latex;
  private int at;

  private UnicodeSymbols(String latex) {
    this.latex = latex;
  }

  /** The text of a symbol. An unknown command is shown by its name. */
  static String of(String latex) {
    return Normalizer.normalize(new UnicodeSymbols(latex).sequence(), Normalizer.Form.NFC);
  }

  /**
   * A superscript: raised digits where Unicode has them, {@code ^x} or {@code ^{...}} elsewhere.
   */
  static String raised(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.replace('−', '-').toCharArray()) {
      int which = PLAIN.indexOf(c);
      if (which < 0) {
        return script('^', text);
      }
      out.append(RAISED.charAt(which));
    }
    return out.toString();
  }

  /** Whether something in the text stands in the place of an exponent. */
  static boolean hasExponent(String text) {
    return text.indexOf('^') >= 0 || text.chars().anyMatch(c -> RAISED.indexOf(c) >= 0);
  }

  /** {@code _k}, {@code _{jk}}. */
  static String script(char sign, String text) {
    return Width.of(text) == 1 ? sign + text : sign + "{" + text + "}";
  }

  private String sequence() {
    StringBuilder out = new StringBuilder();
    int subscript = -1;
    while (at < latex.length() && latex.charAt(at) != '}') {
      char c = latex.charAt(at);
      if (c == '_') {
        at++;
        String below = script('_', atom());
        subscript = out.length();
        out.append(below);
        continue;
      }
      if (c == '\'') {
        at++;
        // the prime belongs to the letter, as where it is set above the subscript
        out.insert(subscript < 0 ? out.length() : subscript, '′');
        continue;
      }
      if (c == '^') {
        at++;
        out.append(raised(atom()));
      } else {
        out.append(atom());
      }
      subscript = -1;
    }
    return out.toString();
  }

  private String atom() {
    if (at >= latex.length()) {
      return "";
    }
    char c = latex.charAt(at++);
    if (c == '{') {
      String inner = sequence();
      at++;
      return inner;
    }
    if (c == '\\') {
      return command();
    }
    return c == '-' ? "−" : Character.toString(c);
  }

  private String command() {
    int start = at;
    while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
      at++;
    }
    if (at == start) {
      at++;
      // spacing commands such as \, and \; say nothing about the symbol
      return "";
    }
    String name = latex.substring(start, at);
    while (at < latex.length() && latex.charAt(at) == ' ') {
      at++;
    }
    String accent = ACCENTS.get(name);
    if (accent != null) {
      return atom() + accent;
    }
    if (name.startsWith("math") || name.startsWith("text") || name.equals("operatorname")) {
      return atom();
    }
    return COMMANDS.getOrDefault(name, name);
  }

  private static Map<String, String> commands() {
    Map<String, String> map = new java.util.HashMap<>();
    String pairs =
        "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ"
            + " lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ varsigma ς vartheta ϑ varrho ϱ chi χ"
            + " psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ"
            + " Psi Ψ Omega Ω ell ℓ nabla ∇ partial ∂ infty ∞ langle ⟨ rangle ⟩ lVert ‖ rVert ‖"
            + " Vert ‖ lvert | rvert | vert | cdot · times × star ⋆ ast ∗ prime ′ top ⊤ bot ⊥"
            + " perp ⊥ circ ∘ le ≤ ge ≥ in ∈";
    String[] words = pairs.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      map.put(words[i], words[i + 1]);
    }
    for (String silent : new String[] {"left", "right", "bigl", "bigr", "quad", "displaystyle"}) {
      map.put(silent, "");
    }
    return Map.copyOf(map);
  }
}
