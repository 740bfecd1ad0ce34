package org.flowproof.proof.symja;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.AbstractFunctionEvaluator;
import org.matheclipse.core.expression.Context;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.matheclipse.parser.client.ParserConfig;

/**
 * Shuts the worker in. No text of a file is ever evaluated there, so none of this should be needed:
 * it is for the day on which that has a hole. Files and network are closed, what reads, writes,
 * connects, compiles or redefines does nothing, and built-ins cannot be changed.
 */
final class Containment {
  /** Classes of Symja whose functions reach outside the engine, or change what it means. */
  private static final Set<String> CLASSES =
      Set.of(
          "FileFunctions",
          "JavaFunctions",
          "CompilerFunctions",
          "UnitTestingFunctions",
          "IOFunctions",
          "AttributeFunctions",
          "SourceCodeFunctions",
          "WXFFunctions");

  /** Functions of other classes. {@code Block} changes built-ins for every engine, unasked. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "Block",
          "Module",
          "With",
          "Set",
          "SetDelayed",
          "TagSet",
          "TagSetDelayed",
          "UpSet",
          "UpSetDelayed",
          "Unset",
          "Clear",
          "ClearAll",
          "SetSystemOptions",
          "Export",
          "Import",
          "ExportString",
          "ImportString",
          "ToExpression",
          "Symbol",
          "Quit",
          "Exit",
          "Share",
          "AddTo",
          "SubtractFrom",
          "TimesBy",
          "DivideBy",
          "Increment",
          "Decrement",
          "PreIncrement",
          "PreDecrement",
          "AppendTo",
          "PrependTo",
          "Remove",
          "Beep",
          "Pause",
          "SystemOpen");

  private final EvalEngine engine;
  private final List<IBuiltInSymbol> shut;

  private Containment(EvalEngine engine, List<IBuiltInSymbol> shut) {
    this.engine = engine;
    this.shut = shut;
  }

  /** Shuts this process in; to be called once, before any class of Symja is loaded. */
  static Containment begin() throws InterruptedException {
    closeNetwork();
    ParserConfig.PARSER_USE_LOWERCASE_SYMBOLS = false;
    Config.UNPROTECT_ALLOWED = false;
    F.await();
    List<IBuiltInSymbol> shut =
        Context.SYSTEM.entrySet().stream().flatMap(Containment::of).toList();
    shut.forEach(symbol -> symbol.setEvaluator(new Nothing()));
    EvalEngine engine = new EvalEngine(false);
    EvalEngine.set(engine);
    engine.setFileSystemEnabled(false);
    return new Containment(engine, shut);
  }

  private static Stream<IBuiltInSymbol> of(Map.Entry<String, ISymbol> entry) {
    if (!(entry.getValue() instanceof IBuiltInSymbol symbol) || symbol.getEvaluator() == null) {
      return Stream.empty();
    }
    String name = symbol.getEvaluator().getClass().getName();
    String outer = name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
    boolean reaches = CLASSES.contains(outer) || FUNCTIONS.contains(symbol.getSymbolName());
    return reaches ? Stream.of(symbol) : Stream.empty();
  }

  /** The only engine of this process. */
  EvalEngine engine() {
    return engine;
  }

  /** What is not closed; empty when all is. */
  String openings() {
    boolean files = Config.FILESYSTEM_ENABLED || engine.isFileSystemEnabled();
    boolean functions =
        shut.isEmpty() || shut.stream().anyMatch(s -> !(s.getEvaluator() instanceof Nothing));
    return openings(files, Config.UNPROTECT_ALLOWED, functions);
  }

  static String openings(boolean files, boolean unprotect, boolean functions) {
    return files
        ? "file access is switched on"
        : unprotect
            ? "built-ins can be redefined"
            : functions ? "functions that reach outside are there" : "";
  }

  /** A function that leaves what it is asked as it is. */
  private static final class Nothing extends AbstractFunctionEvaluator {
    @Override
    public IExpr evaluate(IAST asked, EvalEngine engine) {
      return F.NIL;
    }
  }

  /** Addresses of files stay readable for the machine itself, which loads its classes by them. */
  private static void closeNetwork() {
    URL.setURLStreamHandlerFactory(
        protocol -> Set.of("file", "jar", "jrt").contains(protocol) ? null : new NoConnection());
    ProxySelector.setDefault(new NoProxy());
  }

  private static final class NoConnection extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL address) throws IOException {
      throw new IOException("this process connects to nothing");
    }
  }

  private static final class NoProxy extends ProxySelector {
    @Override
    public List<java.net.Proxy> select(URI address) {
      throw new IllegalArgumentException("this process connects to nothing");
    }

    @Override
    public void connectFailed(URI address, SocketAddress socket, IOException failure) {}
  }
}
