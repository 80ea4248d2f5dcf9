package org.fenceline.core.entry.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How the values of a record type stand in JSON: as objects with a member for each component.
 *
 * <p>One definition, the record itself, gives the writer, the reader with every problem placed by
 * its field path, and the JSON Schema. An {@code Optional} component may be left out, a {@code
 * List} may be left out when empty; no other member may be missing, and none may be unknown. What
 * the record's own constructor refuses becomes a problem at the object's place.
 */
public final class RecordShape<T extends Record> implements Shape<T> {

  private static final Map<Class<?>, RecordShape<?>> KNOWN = new ConcurrentHashMap<>();

  private final Class<T> type;
  private final SequencedMap<String, Field> fields = new LinkedHashMap<>();
  private final Function<Object[], Object> constructor;

  /** One component. */
  private record Field(
      Shape<Object> shape, Presence presence, String meaning, Function<Object, Object> accessor) {}

  private enum Presence {
    REQUIRED,
    OPTIONAL,
    LIST
  }

  private RecordShape(Class<T> type) {
    this.type = type;
    for (RecordComponent component : type.getRecordComponents()) {
      fields.put(component.getName(), field(component));
    }
    this.constructor = Shapes.constructorOf(type);
  }

  /** The shape of a public record type. */
  @SuppressWarnings("unchecked") // the map holds under each class the shape of that class
  public static <T extends Record> RecordShape<T> of(Class<T> type) {
    RecordShape<?> known = KNOWN.get(type);
    if (known == null) {
      known = new RecordShape<>(type);
      KNOWN.put(type, known);
    }
    return (RecordShape<T>) known;
  }

  @Override
  public Json.Obj write(T value) {
    Json.Builder object = Json.object();
    fields.forEach((name, field) -> {
      Object component = field.accessor().apply(value);
      switch (field.presence()) {
        case REQUIRED -> object.put(name, field.shape().write(component));
        case OPTIONAL -> {
          if (component instanceof Optional<?> optional && optional.isPresent()) {
            object.put(name, field.shape().write(optional.get()));
          }
        }
        case LIST -> {
          if (component instanceof List<?> list && !list.isEmpty()) {
            object.put(name, field.shape().write(list));
          }
        }
      }
    });
    return object.build();
  }

  @Override
  public Optional<T> read(Json json, String path, List<Problem> problems) {
    if (!(json instanceof Json.Obj object)) {
      problems.add(
          new Problem(
              "entry.type",
              Place.ofField(path),
              "should be an object, found " + json.typeName(),
              "write { ... } with the members " + String.join(", ", fields.keySet())));
      return Optional.empty();
    }
    int before = problems.size();
    object.members().keySet().stream()
        .filter(name -> !fields.containsKey(name))
        .forEach(name -> problems.add(unknown(member(path, name))));
    Object[] arguments = new Object[fields.size()];
    int index = 0;
    for (Map.Entry<String, Field> field : fields.entrySet()) {
      String name = field.getKey();
      arguments[index++] =
          argument(field.getValue(), object.get(name), member(path, name), problems);
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(type.cast(constructor.apply(arguments)));
    } catch (IllegalArgumentException | ArithmeticException e) {
      problems.add(
          new Problem("entry.value", Place.ofField(path), String.valueOf(e.getMessage()), ""));
      return Optional.empty();
    }
  }

  /** The JSON of a value that is known to be of this type only when the program runs. */
  public Json.Obj writeAny(Object value) {
    return write(type.cast(value));
  }

  /**
   * Reads a whole document.
   *
   * @throws MalformedInput with every problem, each with its line and field
   */
  public T read(Document document) throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    Optional<T> value = read(document.root(), "", problems);
    if (value.isEmpty()) {
      throw new MalformedInput(problems.stream().map(document::placed).toList());
    }
    return value.get();
  }

  @Override
  public Json.Obj schema() {
    Json.Builder properties = Json.object();
    List<String> required = new ArrayList<>();
    fields.forEach((name, field) -> {
      Json.Builder property = Json.object().putAll(field.shape().schema().members());
      properties.put(
          name,
          field.meaning().isEmpty()
              ? property.build()
              : property.put("description", field.meaning()).build());
      if (field.presence() == Presence.REQUIRED) {
        required.add(name);
      }
    });
    Json.Builder schema = Json.object().put("type", "object");
    Meaning meaning = type.getAnnotation(Meaning.class);
    if (meaning != null) {
      schema.put("description", meaning.value());
    }
    return schema
        .put("properties", properties.build())
        .put("required", Json.strings(required))
        .put("additionalProperties", false)
        .build();
  }

  private Problem unknown(String path) {
    return new Problem(
        "entry.member",
        Place.ofField(path),
        "no such member",
        "the members are " + String.join(", ", fields.keySet()));
  }

  private static Object argument(
      Field field, Optional<Json> json, String path, List<Problem> problems) {
    if (json.isPresent()) {
      Optional<Object> read = field.shape().read(json.get(), path, problems);
      return field.presence() == Presence.OPTIONAL ? read : read.orElse(path);
    }
    return switch (field.presence()) {
      case OPTIONAL -> Optional.empty();
      case LIST -> List.of();
      case REQUIRED -> {
        problems.add(
            new Problem(
                "entry.missing",
                Place.ofField(path),
                "is missing" + (field.meaning().isEmpty() ? "" : " (" + field.meaning() + ")"),
                "add it"));
        yield path;
      }
    };
  }

  private static String member(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  @SuppressWarnings("unchecked") // a shape is only ever given values of its own component
  private static Field field(RecordComponent component) {
    Type type = component.getGenericType();
    Presence presence = Presence.REQUIRED;
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Optional.class) {
        type = generic.getActualTypeArguments()[0];
        presence = Presence.OPTIONAL;
      } else if (generic.getRawType() == List.class) {
        presence = Presence.LIST;
      }
    }
    Meaning meaning = component.getAnnotation(Meaning.class);
    return new Field(
        (Shape<Object>) Shapes.of(type),
        presence,
        meaning == null ? "" : meaning.value(),
        Shapes.accessorOf(component));
  }
}
