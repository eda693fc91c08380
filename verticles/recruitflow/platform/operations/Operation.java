package recruitflow.platform.operations;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * Something the product can be asked to do, declared once: bus address, HTTP binding, roles, input
 * and output record, and a sentence.
 *
 * @param roles who may call it, any one suffices; empty means everybody, logged in or not
 * @param path with {@code {name}} for path parameters, which are fields of the input
 */
public record Operation<I, O>(
    String name,
    HttpMethod method,
    String path,
    Set<Role> roles,
    Class<I> input,
    Class<O> output,
    String sentence) {

  /** An operation without input, or without an answer worth telling. */
  public record Nothing() {}

  /** The input of most reads of one thing. */
  public record ById(@jakarta.validation.constraints.Min(1) long id) {}

  /** Begins a definition. */
  public static Naming named(String name) {
    return new Naming(name);
  }

  /** True when no login is needed. */
  public boolean isOpen() {
    return roles.isEmpty();
  }

  /** True when its input comes in a body. */
  public boolean takesBody() {
    return method != HttpMethod.GET && method != HttpMethod.DELETE;
  }

  /** True when its input comes as query parameters: only what changes nothing. */
  public boolean takesQuery() {
    return method == HttpMethod.GET;
  }

  /** The name is known, the HTTP binding not yet. */
  public record Naming(String name) {
    public Bound get(String path) {
      return new Bound(name, HttpMethod.GET, path);
    }

    public Bound post(String path) {
      return new Bound(name, HttpMethod.POST, path);
    }

    public Bound put(String path) {
      return new Bound(name, HttpMethod.PUT, path);
    }

    public Bound patch(String path) {
      return new Bound(name, HttpMethod.PATCH, path);
    }

    public Bound delete(String path) {
      return new Bound(name, HttpMethod.DELETE, path);
    }
  }

  /** The HTTP binding is known, the roles not yet. */
  public record Bound(String name, HttpMethod method, String path) {
    /** Any one of these roles suffices. */
    public Guarded roles(Role first, Role... more) {
      var all = java.util.EnumSet.of(first, more);
      return new Guarded(this, Set.copyOf(all));
    }

    /** Everybody who is logged in. */
    public Guarded anybody() {
      return new Guarded(this, Set.of(Role.values()));
    }

    /** Needs no login. */
    public Guarded open() {
      return new Guarded(this, Set.of());
    }
  }

  /** Roles are known. */
  public record Guarded(Bound bound, Set<Role> roles) {
    public <I> Taking<I> takes(Class<I> input) {
      return new Taking<>(bound, roles, input);
    }
  }

  /** The input is known. */
  public record Taking<I>(Bound bound, Set<Role> roles, Class<I> input) {
    public <O> Giving<I, O> gives(Class<O> output) {
      return new Giving<>(this, output);
    }
  }

  /** All but the sentence is known. */
  public record Giving<I, O>(Taking<I> taking, Class<O> output) {
    /** One sentence for people who read the documentation. */
    public Operation<I, O> says(String sentence) {
      var bound = taking.bound();
      return new Operation<>(
          bound.name(),
          bound.method(),
          bound.path(),
          taking.roles(),
          taking.input(),
          output,
          sentence);
    }
  }
}
