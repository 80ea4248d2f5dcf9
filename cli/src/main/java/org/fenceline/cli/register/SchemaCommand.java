package org.fenceline.cli.register;

import java.util.List;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Kind;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline schema}. */
@Command(
    name = "schema",
    description = "The JSON Schema of a kind of entry; without a kind, the kinds there are.",
    footer = {"  fenceline schema", "  fenceline schema movement"})
public final class SchemaCommand extends FencelineCommand {

  @Parameters(arity = "0..1", paramLabel = "KIND", description = "The kind.")
  private @Nullable String kind;

  @Override
  public Integer call() {
    if (kind == null) {
      answer(
          Json.strings(Kinds.ALL.list().stream().map(Kind::word).toList()),
          page ->
              page.table(
                  Kinds.ALL.list().stream()
                      .map(k -> List.of(k.word(), meaning(EntryText.schema(k))))
                      .toList()));
    } else {
      Json.Obj schema = EntryText.schema(RecordCommand.kind(kind));
      answer(schema, page -> page.line(JsonWriter.pretty(schema)));
    }
    return ExitCode.FINE;
  }

  private static String meaning(Json.Obj schema) {
    return schema
        .get("properties")
        .map(Json.Obj.class::cast)
        .flatMap(properties -> properties.get("body"))
        .map(Json.Obj.class::cast)
        .flatMap(body -> body.get("description"))
        .map(Json.Str.class::cast)
        .map(Json.Str::text)
        .orElse("");
  }
}
