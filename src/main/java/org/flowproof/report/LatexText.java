package org.flowproof.report;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns any string into LaTeX that prints it and does nothing else.
 *
 * <p>For pdfLaTeX with {@code T1}, {@code utf8} and {@code textcomp}. A character that such a
 * document cannot show is printed as its code point, {@code U+4E2D}, so that nothing disappears and
 * look-alikes and invisible characters are told apart. Ligatures are broken where they would change
 * what is read: {@code --} stays two hyphens.
 */
public final class LatexText {
  /** Longer words, which no hyphenation breaks well, may be broken anywhere. */
  private static final int LONGEST_WORD = 20;

  /** Characters between two such places. */
  private static final int CHUNK = 8;

  /** Shown as they are; typewriter fonts lack some of them. */
  private static final String SYMBOLS = "¡£«»¿–—‘’‚“”„…€§©®°±¶·¼½¾²³¹µªº†‡•‰‹›™№";

  /** A place to break at, with a little stretch so that the line still fills. */
  private static final String BREAK = "\\hspace{0pt plus 2pt}";

  private static final Map<Integer, String> REPLACEMENTS = replacements();

  private LatexText() {}

  /**
   * Running text.
   *
   * @param text anything
   * @return LaTeX for horizontal mode, also inside tables, captions and headings; no line breaks
   */
  public static String prose(String text) {
    return escape(text, false);
  }

  /**
   * A file name, key, command or hash in typewriter type, breakable after punctuation.
   *
   * @param text anything
   * @return LaTeX for horizontal mode
   */
  public static String code(String text) {
    return "\\texttt{" + escape(text, true) + "}";
  }

  private static String escape(String text, boolean code) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder();
    int previous = -1;
    int since = 0;
    boolean longWord = false;
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      if (previous == -1 || isBlank(previous)) {
        longWord = printedLength(normal, i) > LONGEST_WORD;
        since = 0;
      }
      i += Character.charCount(c);
      if (isBlank(c)) {
        // typewriter text shows every blank; in prose several count as one, as TeX has it
        out.append(code && isBlank(previous) ? "\\ " : " ");
      } else {
        if (c == previous && (c == '-' || c == '\'' || c == ',')) {
          out.append("{}");
        }
        int size = shownSize(c);
        since += size;
        if (longWord && (since > CHUNK || size > 1)) {
          out.append(BREAK);
          since = size;
        }
        out.append(code && SYMBOLS.indexOf(c) >= 0 ? "\\textrm{" + one(c) + "}" : one(c));
        if (code && "/-_.=,:".indexOf(c) >= 0) {
          out.append(BREAK);
          since = 0;
        }
      }
      previous = c;
    }
    return out.toString();
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** How many characters the word that starts at a place takes in print. */
  private static int printedLength(String text, int start) {
    int length = 0;
    for (int i = start; i < text.length() && !isBlank(text.charAt(i)); ) {
      int c = text.codePointAt(i);
      length += shownSize(c);
      i += Character.charCount(c);
    }
    return length;
  }

  private static int shownSize(int c) {
    return shown(c) || REPLACEMENTS.containsKey(c) ? 1 : 6;
  }

  private static String one(int c) {
    String replacement = REPLACEMENTS.get(c);
    if (replacement != null) {
      return replacement;
    }
    if (shown(c)) {
      return Character.toString(c);
    }
    return "\\texttt{U+" + String.format(Locale.ROOT, "%04X", c) + "}";
  }

  /** Characters that go through as they are; the ranges are those of LaTeX's T1 definitions. */
  private static boolean shown(int c) {
    return (c > 0x20 && c < 0x7F)
        || (c >= 0xC0 && c <= 0x137)
        || (c >= 0x139 && c <= 0x13E)
        || (c >= 0x141 && c <= 0x148)
        || (c >= 0x14A && c <= 0x165)
        || (c >= 0x168 && c <= 0x17E)
        || (c >= 0x218 && c <= 0x21B)
        || SYMBOLS.indexOf(c) >= 0;
  }

  private static Map<Integer, String> replacements() {
    Map<Integer, String> map = new HashMap<>();
    map.put((int) '\\', "\\textbackslash{}");
    map.put((int) '^', "\\textasciicircum{}");
    map.put((int) '~', "\\textasciitilde{}");
    map.put((int) '`', "\\textasciigrave{}");
    map.put((int) '"', "\\textquotedbl{}");
    map.put((int) '<', "\\textless{}");
    map.put((int) '>', "\\textgreater{}");
    map.put((int) '|', "\\textbar{}");
    for (char c : "{}$&#%_".toCharArray()) {
      map.put((int) c, "\\" + c);
    }
    // harmless except directly after a table row's end, where they would be read as options
    for (char c : "[]*".toCharArray()) {
      map.put((int) c, "{" + c + "}");
    }
    map.put(0xA0, "~");
    map.put(0xD7, "\\texttimes{}");
    map.put(0xF7, "\\textdiv{}");
    map.put(0x2010, "-");
    map.put(0x2011, "-");
    map.put(0x2212, "\\ensuremath{-}");
    String greek =
        "α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa"
            + " λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ varphi χ chi ψ psi"
            + " ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega";
    String math =
        " ≤ leq ≥ geq ≠ neq ≈ approx ∞ infty → to ← leftarrow ⇒ Rightarrow ∈ in ∑ sum"
            + " ∏ prod ∫ int √ surd ∇ nabla ∂ partial ⟨ langle ⟩ rangle ‖ Vert ∀ forall ∃ exists"
            + " ⊂ subset ∪ cup ∩ cap ∘ circ ⊥ perp ∥ parallel ∼ sim";
    String[] pairs = (greek + math).split(" ", -1);
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i].codePointAt(0), "\\ensuremath{\\" + pairs[i + 1] + "}");
    }
    return map;
  }
}
