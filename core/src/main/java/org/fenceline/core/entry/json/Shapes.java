package org.fenceline.core.entry.json;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Finds the shape of a Java type: dates and decimals are strings, a type with a static {@code
 * parse(String)} is a string, a record of one {@code long} is a number, other records are objects.
 */
final class Shapes {
  private Shapes() {}

  static Shape<?> of(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return new ListShape<>(of(generic.getActualTypeArguments()[0]));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalStateException("no JSON shape for " + type);
    }
    if (plain == String.class) {
      return new TextShape<String>(Function.identity(), Function.identity(), "");
    }
    if (plain == long.class) {
      return new NumberShape<Long>(number -> number, Long::longValue);
    }
    if (plain == int.class) {
      return new NumberShape<Integer>(Math::toIntExact, Integer::longValue);
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return new BooleanShape();
    }
    if (plain == LocalDate.class) {
      return new TextShape<>(LocalDate::parse, LocalDate::toString, "date");
    }
    if (plain == Instant.class) {
      return new TextShape<>(Instant::parse, Instant::toString, "date-time");
    }
    if (plain == YearMonth.class) {
      return new TextShape<>(YearMonth::parse, YearMonth::toString, "");
    }
    if (plain == UUID.class) {
      return new TextShape<>(UUID::fromString, UUID::toString, "uuid");
    }
    if (plain == BigDecimal.class) {
      return new DecimalShape();
    }
    if (plain == Json.Obj.class) {
      return new AnyObjectShape();
    }
    if (plain.isEnum()) {
      return enumShape(plain);
    }
    return parserOf(plain)
        .<Shape<?>>map(Shapes::parsed)
        .orElseGet(() -> plain.isRecord() ? ofRecord(plain) : noShape(plain));
  }

  /** {@code WITHDRAWAL_NOTICE} is written {@code withdrawal-notice}. */
  static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Shape<?> noShape(Class<?> type) {
    throw new IllegalStateException("no JSON shape for " + type);
  }

  private static Shape<?> enumShape(Class<?> type) {
    List<Enum<?>> constants = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      constants.add((Enum<?>) constant);
    }
    return new EnumShape(constants);
  }

  private static Shape<?> ofRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length == 1 && components[0].getType() == long.class) {
      Function<Object[], Object> construct = constructorOf(type);
      Function<Object, Object> read = accessorOf(components[0]);
      LongFunction<Object> wrap = number -> construct.apply(new Object[] {number});
      ToLongFunction<Object> unwrap = value -> (Long) read.apply(value);
      return new NumberShape<>(wrap, unwrap);
    }
    return RecordShape.of(type.asSubclass(Record.class));
  }

  private static Shape<?> parsed(Method parse) {
    return new TextShape<Object>(text -> invoke(parse, text), Object::toString, "");
  }

  private static Optional<Method> parserOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals("parse"))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
        .findFirst();
  }

  static Function<Object[], Object> constructorOf(Class<?> record) {
    try {
      Constructor<?> constructor =
          record.getDeclaredConstructor(
              Arrays.stream(record.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      return arguments -> {
        try {
          return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
          throw unwrapped(e);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(record + " must be public to be read", e);
        }
      };
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has its canonical constructor", e);
    }
  }

  static Function<Object, Object> accessorOf(RecordComponent component) {
    Method accessor = component.getAccessor();
    return value -> invoke(accessor, value);
  }

  private static Object invoke(Method method, Object argument) {
    try {
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      Object result = isStatic ? method.invoke(null, argument) : method.invoke(argument);
      if (result == null) {
        throw new IllegalStateException(method + " gave null");
      }
      return result;
    } catch (InvocationTargetException e) {
      throw unwrapped(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(
          method + " must be public, seen from " + MethodHandles.lookup(), e);
    }
  }

  private static RuntimeException unwrapped(InvocationTargetException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }

  /** Whole numbers. */
  record NumberShape<T>(LongFunction<T> wrap, ToLongFunction<T> unwrap) implements Shape<T> {
    @Override
    public Json write(T value) {
      return new Json.Int(unwrap.applyAsLong(value));
    }

    @Override
    public Optional<T> read(Json json, String path, List<Problem> problems) {
      try {
        if (json instanceof Json.Int integer) {
          return Optional.of(wrap.apply(integer.number()));
        }
        String found =
            json instanceof Json.Dec decimal ? decimal.number().toPlainString() : json.typeName();
        problems.add(
            new Problem(
                "entry.quantity",
                Place.ofField(path),
                "should be a whole number, found " + found,
                "mines and days are counted, write 12 or 13"));
      } catch (IllegalArgumentException | ArithmeticException e) {
        problems.add(
            new Problem("entry.quantity", Place.ofField(path), String.valueOf(e.getMessage()), ""));
      }
      return Optional.empty();
    }

    @Override
    public Json.Obj schema() {
      return Json.object().put("type", "integer").build();
    }
  }

  /** Decimals: written as strings, so that no reader rounds them; read as numbers too. */
  record DecimalShape() implements Shape<BigDecimal> {
    @Override
    public Json write(BigDecimal value) {
      return new Json.Str(value.toPlainString());
    }

    @Override
    public Optional<BigDecimal> read(Json json, String path, List<Problem> problems) {
      try {
        return switch (json) {
          case Json.Int integer -> Optional.of(BigDecimal.valueOf(integer.number()));
          case Json.Dec decimal -> Optional.of(decimal.number());
          case Json.Str string -> Optional.of(new BigDecimal(string.text()));
          case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ ->
              throw new NumberFormatException();
        };
      } catch (NumberFormatException e) {
        String found = json instanceof Json.Str text ? "\"" + text.text() + "\"" : json.typeName();
        problems.add(
            new Problem(
                "entry.decimal",
                Place.ofField(path),
                "should be a decimal number, found " + found,
                "write it as \"1200000\" or \"0.5\""));
        return Optional.empty();
      }
    }

    @Override
    public Json.Obj schema() {
      return Json.object().put("type", "string").put("format", "decimal").build();
    }
  }

  /** True or false. */
  record BooleanShape() implements Shape<Boolean> {
    @Override
    public Json write(Boolean value) {
      return new Json.Bool(value);
    }

    @Override
    public Optional<Boolean> read(Json json, String path, List<Problem> problems) {
      if (json instanceof Json.Bool bool) {
        return Optional.of(bool.value());
      }
      problems.add(
          new Problem(
              "entry.type",
              Place.ofField(path),
              "should be true or false, found " + json.typeName(),
              ""));
      return Optional.empty();
    }

    @Override
    public Json.Obj schema() {
      return Json.object().put("type", "boolean").build();
    }
  }

  /** An object whose members are read elsewhere. */
  record AnyObjectShape() implements Shape<Json.Obj> {
    @Override
    public Json write(Json.Obj value) {
      return value;
    }

    @Override
    public Optional<Json.Obj> read(Json json, String path, List<Problem> problems) {
      if (json instanceof Json.Obj object) {
        return Optional.of(object);
      }
      problems.add(
          new Problem(
              "entry.type",
              Place.ofField(path),
              "should be an object, found " + json.typeName(),
              ""));
      return Optional.empty();
    }

    @Override
    public Json.Obj schema() {
      return Json.object().put("type", "object").build();
    }
  }

  /** One of a list of words. */
  record EnumShape(List<Enum<?>> constants) implements Shape<Enum<?>> {
    @Override
    public Json write(Enum<?> value) {
      return new Json.Str(wordOf(value));
    }

    @Override
    public Optional<Enum<?>> read(Json json, String path, List<Problem> problems) {
      for (Enum<?> constant : constants) {
        if (json instanceof Json.Str string && string.text().equals(wordOf(constant))) {
          return Optional.of(constant);
        }
      }
      String found =
          json instanceof Json.Str string ? "\"" + string.text() + "\"" : json.typeName();
      problems.add(
          new Problem(
              "entry.word",
              Place.ofField(path),
              found + " is not a word of this field",
              "write one of " + String.join(", ", words())));
      return Optional.empty();
    }

    @Override
    public Json.Obj schema() {
      return Json.object().put("type", "string").put("enum", Json.strings(words())).build();
    }

    private List<String> words() {
      return constants.stream().map(Shapes::wordOf).toList();
    }
  }

  /** A list of values of one shape. */
  record ListShape<T>(Shape<T> item) implements Shape<List<T>> {
    @Override
    public Json write(List<T> values) {
      return new Json.Arr(values.stream().map(item::write).toList());
    }

    @Override
    public Optional<List<T>> read(Json json, String path, List<Problem> problems) {
      if (!(json instanceof Json.Arr array)) {
        problems.add(
            new Problem(
                "entry.type",
                Place.ofField(path),
                "should be a list, found " + json.typeName(),
                "write [ ... ]"));
        return Optional.empty();
      }
      List<T> values = new ArrayList<>();
      for (int i = 0; i < array.items().size(); i++) {
        item.read(array.items().get(i), path + "[" + i + "]", problems).ifPresent(values::add);
      }
      return values.size() == array.items().size() ? Optional.of(values) : Optional.empty();
    }

    @Override
    public Json.Obj schema() {
      return Json.object().put("type", "array").put("items", item.schema()).build();
    }
  }
}
