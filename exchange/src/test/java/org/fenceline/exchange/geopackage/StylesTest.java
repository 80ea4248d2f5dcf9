package org.fenceline.exchange.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.fenceline.core.land.extract.Layer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How layers are drawn: a colour on a map is no release. */
class StylesTest {
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})");
  private static final Pattern RGBA = Pattern.compile("\"(\\d+),(\\d+),(\\d+),\\d+\"");

  @ParameterizedTest
  @EnumSource(Layer.class)
  void nothingIsGreen(Layer layer) {
    List<int[]> colours = new ArrayList<>();
    find(HEX, 16, Styles.sld(layer), colours);
    find(RGBA, 10, Styles.qml(layer), colours);
    assertThat(colours).hasSizeGreaterThan(2);
    assertThat(colours).allMatch(rgb -> rgb[1] <= Math.max(rgb[0], rgb[2]));
    boolean isDanger = layer.look() == Layer.Look.DANGER;
    assertThat(Styles.sld(layer).contains("#d00000")).isEqualTo(isDanger);
  }

  private static void find(Pattern pattern, int radix, String text, List<int[]> colours) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      colours.add(
          new int[] {
            Integer.parseInt(matcher.group(1), radix),
            Integer.parseInt(matcher.group(2), radix),
            Integer.parseInt(matcher.group(3), radix)
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void stylesAreWellFormed(Layer layer) throws Exception {
    for (String style : List.of(Styles.qml(layer), Styles.sld(layer))) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(style));
      int elements = 0;
      while (reader.hasNext()) {
        elements += reader.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
      }
      assertThat(elements).isGreaterThan(5);
    }
  }
}
