package org.flowproof.formula;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Formula texts that somebody has damaged, by accident or on purpose. */
final class FormulaMutations {
  private static final int LONGEST = 20_000;

  /** What gets inserted: pieces of the language, of other languages, and of no language. */
  static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          "'",
          "^",
          "^64",
          "^-65",
          "^(1/0)",
          "--",
          "+",
          "*-",
          "//",
          "==",
          "<",
          "&&",
          "||",
          "&",
          "|",
          "=",
          "!",
          "!=",
          ":=",
          "/.",
          "->",
          ";",
          "@",
          "#",
          "_",
          "?",
          "\"",
          "`",
          "$",
          "%",
          "~",
          "\\",
          "\\input{x}",
          "${x}",
          "[#list]",
          "<@x/>",
          "1e999",
          "1e-401",
          "0x1F",
          "1.5.2",
          "1..2",
          "1*^99",
          "Infinity",
          "NaN",
          "Pi",
          "E",
          "I",
          "D",
          "N",
          "t",
          "t+1",
          "a[j",
          "a[j]",
          "a[]",
          "u[j,k,s]",
          "Sum[",
          "Sum[a[p],{p,m}]",
          "{p, m}",
          "{s, 0, t}",
          "Exp[",
          "Max[",
          "ForAll[{p, m},",
          "Not[",
          "Implies[",
          "Unprotect[Plus]",
          "Plus[a_,b_]:=0",
          "Block[{Plus=Times},2+3]",
          "URLFetch[x]",
          "Put[1,x]",
          "While[True]",
          "Range[10^9]",
          "\u202E",
          "\u200B",
          "\uFEFF",
          "\u2212",
          "\u0430",
          "\u0000",
          "\u001B[2J",
          "\uD800",
          "\uDC00",
          "\uD835\uDFCF",
          "\u0301",
          "\r\n",
          "\u2028",
          "\u00A0");

  private FormulaMutations() {}

  /**
   * One change.
   *
   * @param kind which
   * @param from where it begins, as a part of the length
   * @param length of what is changed, in characters
   * @param times how often something is repeated
   */
  private record Change(int kind, double from, int length, int times, String piece) {
    String apply(String text) {
      int begin = (int) (from * text.length());
      int end = Math.min(text.length(), begin + length);
      String before = text.substring(0, begin);
      String middle = text.substring(begin, end);
      String after = text.substring(end);
      String changed =
          switch (kind) {
            case 0 -> before + after;
            case 1 -> before + piece + middle + after;
            case 2 -> before + piece + after;
            case 3 -> before + middle.repeat(times) + after;
            case 4 -> "(".repeat(times) + text + ")".repeat(times);
            case 5 -> before + piece.repeat(times) + middle + after;
            case 6 -> nested(text, times);
            case 7 -> before;
            case 8 -> after + middle + before;
            case 9 -> before + "9".repeat(times * 5) + after;
            case 10 -> before + new StringBuilder(middle).reverse() + after;
            default -> "(" + text + ")^" + (times - 5);
          };
      return changed.length() > LONGEST ? changed.substring(0, LONGEST) : changed;
    }

    private static String nested(String text, int times) {
      StringBuilder nested = new StringBuilder("Sum[".repeat(times)).append(text);
      for (int i = 0; i < times; i++) {
        nested.append(", {x").append(i).append("x, m}]");
      }
      return nested.toString();
    }
  }

  /** A text with one to four changes. */
  static String damaged(String text, Random random) {
    String changed = text;
    for (int more = random.nextInt(4); more >= 0; more--) {
      int times = random.nextInt(4) == 0 ? 1 + random.nextInt(1000) : 1 + random.nextInt(8);
      changed =
          new Change(
                  random.nextInt(12),
                  random.nextDouble(),
                  random.nextInt(12),
                  times,
                  PIECES.get(random.nextInt(PIECES.size())))
              .apply(changed);
    }
    return changed;
  }

  static Arbitrary<String> damagedFormulas() {
    return Arbitraries.randomValue(random -> damaged(FormulaGrammar.formula(random), random));
  }
}
