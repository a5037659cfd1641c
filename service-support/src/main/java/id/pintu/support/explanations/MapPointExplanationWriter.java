package id.pintu.support.explanations;

/** What a point on the map told about the place: never a boundary, only the nearest place that is known. */
final class MapPointExplanationWriter {

    private MapPointExplanationWriter() {}

    static BilingualText near(ReasonFacts facts) {
        return facts.first("point-near")
                .map(name -> new BilingualText(
                                "Tempat terdekat yang kami kenal dari titik yang dikirim: %s, kira-kira %s km.",
                                "The nearest place we know to the point that was sent: %s, about %s km.")
                        .format(name, kilometres(facts)))
                .orElse(BilingualText.EMPTY);
    }

    static BilingualText ignored(ReasonFacts facts) {
        return facts.all("point").contains("ignored")
                ? new BilingualText(
                                "Titik yang dikirim tidak dipakai: tempat terdekat yang kami kenal %s km jauhnya.",
                                "The point that was sent was not used: the nearest place we know is %s km away.")
                        .format(kilometres(facts))
                : BilingualText.EMPTY;
    }

    private static String kilometres(ReasonFacts facts) {
        return facts.first("point-km").orElse("?");
    }
}
