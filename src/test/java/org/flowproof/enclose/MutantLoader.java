package org.flowproof.enclose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Loads the enclosing packages anew, with places of their sources replaced by something wrong.
 * Judges of {@code org.flowproof.enclose.precise} stay those of the caller.
 */
final class MutantLoader extends ClassLoader {
  private static final String ANEW = "org.flowproof.enclose.";
  private static final String JUDGES = "org.flowproof.enclose.precise.";

  private final Map<String, byte[]> mutated;

  private MutantLoader(Map<String, byte[]> mutated) {
    super(MutantLoader.class.getClassLoader());
    this.mutated = mutated;
  }

  /**
   * One change.
   *
   * @param source of a class, below {@code org/flowproof/enclose} and without ending
   * @param right what has to occur exactly once in it
   * @param wrong what stands there in the mutant
   */
  record Change(String source, String right, String wrong) {

    /** The source with the change; changes of one source cannot be combined. */
    private Text text() throws IOException {
      Path file = Path.of("src/main/java/org/flowproof/enclose", source + ".java");
      String text = Files.readString(file);
      int at = text.indexOf(right);
      if (at < 0 || text.indexOf(right, at + 1) >= 0) {
        throw new IllegalStateException(
            source + " no longer has exactly one place for its mutant, which reads: " + right);
      }
      return new Text(source, text.substring(0, at) + wrong + text.substring(at + right.length()));
    }
  }

  /**
   * Compiles a mutant.
   *
   * @throws IllegalStateException when a place is gone: choose the mutant's place anew
   */
  static MutantLoader of(Change... changes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    StringWriter messages = new StringWriter();
    List<Text> texts = new ArrayList<>();
    try (JavaFileManager files =
        new InMemory(compiler.getStandardFileManager(null, null, null), classes)) {
      for (Change change : changes) {
        texts.add(change.text());
      }
      List<String> options =
          List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
      if (!compiler.getTask(messages, files, null, options, null, texts).call()) {
        throw new IllegalStateException("a mutant does not compile: " + messages);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> result = new HashMap<>();
    classes.forEach((name, bytes) -> result.put(name, bytes.toByteArray()));
    return new MutantLoader(result);
  }

  /**
   * Runs a static method of a test of these packages, or one of an instance of it, on the mutant.
   *
   * @param test its class, below {@code org.flowproof.enclose}
   * @param arguments of type long, double or boolean
   * @return what it finds wrong, empty when it passes
   */
  Optional<String> finds(String test, String method, Object... arguments) {
    try {
      Class<?> loaded = loadClass(ANEW + test);
      Class<?>[] types = new Class<?>[arguments.length];
      for (int i = 0; i < types.length; i++) {
        types[i] =
            arguments[i] instanceof Long
                ? long.class
                : arguments[i] instanceof Double ? double.class : boolean.class;
      }
      Method found = loaded.getDeclaredMethod(method, types);
      found.setAccessible(true);
      Object instance = null;
      if (!Modifier.isStatic(found.getModifiers())) {
        Constructor<?> constructor = loaded.getDeclaredConstructor();
        constructor.setAccessible(true);
        instance = constructor.newInstance();
      }
      found.invoke(instance, arguments);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LinkageError) {
        throw new IllegalStateException("a mutant fails", e.getCause());
      }
      return Optional.of(String.valueOf(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(ANEW) || name.startsWith(JUDGES)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = mutated.get(name);
    if (bytes == null) {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        bytes = in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String source, String text) {
      super(URI.create("string:///org/flowproof/enclose/" + source + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps class files in memory. */
  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes;

    InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
      super(files);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(
          URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.computeIfAbsent(name, n -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
