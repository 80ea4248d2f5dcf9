package org.fenceline.cli.terminal;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that gives an answer: as text for people, or as one JSON value with {@code --json}. */
@Command(
    mixinStandardHelpOptions = true,
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n",
    descriptionHeading = "%n",
    footerHeading = "%nExamples:%n",
    sortOptions = false)
public abstract class FencelineCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Answer with one JSON value instead of text.")
  private boolean json;

  /** What the command finds around it. */
  protected final Surroundings surroundings() {
    if (spec != null && spec.root().userObject() instanceof Surroundings.Holder holder) {
      return holder.surroundings();
    }
    throw new IllegalStateException("a command runs below the root command");
  }

  /** Gives the answer in the form that was asked for. */
  protected final void answer(Json answer, Consumer<Page> text) {
    Surroundings around = surroundings();
    if (json) {
      around.out().println(JsonWriter.pretty(answer));
    } else {
      text.accept(new Page(around.out(), around.colour()));
    }
    around.out().flush();
  }

  /** A complaint about the command line itself: exit code 2 with the command's usage. */
  protected final CommandLine.ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("a command runs below the root command");
    }
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  /** A line of progress on standard error; shown on a terminal and in logs alike. */
  protected final void progress(String message) {
    surroundings().err().println(message);
    surroundings().err().flush();
  }
}
