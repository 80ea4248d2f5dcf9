package org.fenceline.exchange.geopackage;

import org.fenceline.core.land.extract.Layer;

/**
 * How layers are drawn, as QGIS keeps it in a GeoPackage and as SLD 1.0: danger hatched in red,
 * caution in amber, what somebody released in grey blue, work in grey. Nothing is green: a colour
 * on a map is no release.
 */
final class Styles {
  private Styles() {}

  private static String colour(Layer.Look look) {
    return switch (look) {
      case DANGER -> "#d00000";
      case CAUTION -> "#ffa000";
      case RELEASED -> "#5080b0";
      case WORK -> "#808080";
    };
  }

  private static boolean isHatched(Layer.Look look) {
    return look == Layer.Look.DANGER;
  }

  private static String rgba(String colour, int alpha) {
    return Integer.parseInt(colour, 1, 3, 16)
        + ","
        + Integer.parseInt(colour, 3, 5, 16)
        + ","
        + Integer.parseInt(colour, 5, 7, 16)
        + ","
        + alpha;
  }

  /** For QGIS. */
  static String qml(Layer layer) {
    String colour = colour(layer.look());
    String symbol =
        layer.shape() == Layer.Shape.POINT
            ? """
              <symbol type="marker" name="0" alpha="1" clip_to_extent="1">
                <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
                  <prop k="name" v="diamond"/>
                  <prop k="color" v="%s"/>
                  <prop k="outline_color" v="0,0,0,255"/>
                  <prop k="size" v="3"/>
                  <prop k="size_unit" v="MM"/>
                </layer>
              </symbol>
            """
                .formatted(rgba(colour, 255))
            : """
              <symbol type="fill" name="0" alpha="1" clip_to_extent="1">
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <prop k="style" v="%s"/>
                  <prop k="color" v="%s"/>
                  <prop k="outline_color" v="%s"/>
                  <prop k="outline_style" v="solid"/>
                  <prop k="outline_width" v="0.5"/>
                  <prop k="outline_width_unit" v="MM"/>
                </layer>
              </symbol>
            """
                .formatted(
                    isHatched(layer.look()) ? "b_diagonal" : "solid",
                    rgba(colour, isHatched(layer.look()) ? 255 : 80),
                    rgba(colour, 255));
    return """
    <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
    <qgis version="3.22.0" styleCategories="Symbology">
      <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
        <symbols>
    %s    </symbols>
      </renderer-v2>
      <layerGeometryType>%d</layerGeometryType>
    </qgis>
    """
        .formatted(symbol, layer.shape() == Layer.Shape.POINT ? 0 : 2);
  }

  /** For programs that read Styled Layer Descriptors. */
  static String sld(Layer layer) {
    String colour = colour(layer.look());
    String fill =
        isHatched(layer.look())
            ? """
              <Fill><GraphicFill><Graphic><Mark>
                <WellKnownName>shape://slash</WellKnownName>
                <Stroke><CssParameter name="stroke">%s</CssParameter></Stroke>
              </Mark><Size>8</Size></Graphic></GraphicFill></Fill>
            """
                .formatted(colour)
            : """
              <Fill>
                <CssParameter name="fill">%s</CssParameter>
                <CssParameter name="fill-opacity">0.3</CssParameter>
              </Fill>
            """
                .formatted(colour);
    String symbolizer =
        layer.shape() == Layer.Shape.POINT
            ? """
            <PointSymbolizer><Graphic><Mark>
              <WellKnownName>square</WellKnownName>
              <Fill><CssParameter name="fill">%s</CssParameter></Fill>
            </Mark><Size>8</Size></Graphic></PointSymbolizer>
            """
                .formatted(colour)
            : """
            <PolygonSymbolizer>
            %s  <Stroke>
                <CssParameter name="stroke">%s</CssParameter>
                <CssParameter name="stroke-width">2</CssParameter>
              </Stroke>
            </PolygonSymbolizer>
            """
                .formatted(fill, colour);
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <StyledLayerDescriptor xmlns="http://www.opengis.net/sld" version="1.0.0">
      <NamedLayer>
        <Name>%s</Name>
        <UserStyle><FeatureTypeStyle><Rule>
    %s    </Rule></FeatureTypeStyle></UserStyle>
      </NamedLayer>
    </StyledLayerDescriptor>
    """
        .formatted(layer.word(), symbolizer);
  }
}
