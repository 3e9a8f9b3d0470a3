package org.portevoix.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The file of an invented contract, as {@code ./run import} reads it. */
final class SyntheticFile {

    static final List<String> NEIGHBOURHOODS =
            List.of("tilleuls", "gare", "moulin", "cite-jardin", "plateau", "vieux-port", "prairie", "verger");

    /** Options of the first question. */
    static final List<String> CHOICES = List.of("horaires", "langue", "trajet", "accueil");

    private static final List<Integer> POPULATIONS = List.of(8_200, 3_100, 5_400, 2_250, 11_900, 4_050, 1_300, 640);
    private static final Map<String, String> ACTIONS = Map.of(
            "marche", "Marcher ensemble",
            "plomb", "Un logement sans plomb",
            "vue", "Vérifier la vue des enfants",
            "repas", "Cuisiner à plusieurs",
            "ecoute", "Un lieu pour parler",
            "papiers", "De l’aide pour les papiers de santé");

    private static final String ACTION = """
              - slug: %1$s
                axis: pres-de-chez-vous
                title: {fr: "%2$s"}
                summary: {fr: "Une action inventée. Elle est gratuite."}
                practical: {hours: {fr: "Le mardi, de 9 h à 12 h"}, free: true, appointment: none}
                participation:
                  level: contributor
                  who: {fr: "Les habitants du quartier"}
                  invited: {fr: "Par l’école et par les gardiens"}
                  followed: {fr: "Nous comptons les présents"}
                progress: under_way
                approach: {kind: universal}
            """;
    private static final String EVENT = """
              - slug: %1$s
                kind: workshop
                title: {fr: "%2$s"}
                summary: {fr: "Une rencontre inventée. Venez comme vous êtes."}
                place: {fr: "Maison de quartier (inventée)"}
                neighbourhood: %3$s
                free: true
                languages: [%4$s]
                sessions: [{day: W+%5$d %6$s, from: "%7$d:00", until: "%8$d:00"}]
            """;
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> SPOKEN = List.of("fr", "fr", "fr, ar", "fr, ta");
    private static final int WEEKS = 50;

    private SyntheticFile() {}

    static byte[] of(String slug) {
        return (head(slug) + neighbourhoods() + "actions:\n" + each(ACTION) + consultations())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** More actions for it, of a number each: after {@code done} that it has. */
    static byte[] moreActions(String slug, int done, int count) {
        return (head(slug) + "actions:\n" + numbered(done, count, ACTION)).getBytes(StandardCharsets.UTF_8);
    }

    /** Events for it, each on a day of the year to come, in one of the neighbourhoods. */
    static byte[] events(String slug, int done, int count) {
        return (head(slug) + neighbourhoods() + "events:\n" + numbered(done, count, EVENT))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String slug) {
        return """
                format: 1
                contract:
                  slug: %s
                  example: true
                  title: {fr: "Contrat inventé %s"}
                  summary: {fr: "Tout est inventé ici, les noms, les avis et les chiffres. Ce contrat sert aux démonstrations et aux mesures."}
                  territory: {name: "Villeneuve-l’Inventée", zone: Europe/Paris}
                  languages: [fr, ar, ta]
                  starts: W-100 monday
                  ends: W+100 sunday
                  phase: implementation
                  telephone: "01 99 00 00 00"
                  mentions:
                    editor: Villeneuve-l’Inventée (exemple)
                    publication_director: La ou le maire (exemple, aucune vraie personne)
                    host: Hébergeur d’exemple, 1 rue de l’Exemple
                    data_protection_officer: donnees@inventee.example
                    contact: sante@inventee.example
                    telephone: "01 99 00 00 00"
                axes:
                  - {slug: pres-de-chez-vous, title: {fr: "Près de chez vous"}}
                """.formatted(slug, slug);
    }

    private static String neighbourhoods() {
        var lines = new StringBuilder("neighbourhoods:\n");
        for (int i = 0; i < NEIGHBOURHOODS.size(); i++) {
            String slug = NEIGHBOURHOODS.get(i);
            lines.append("  - {slug: %s, name: {fr: \"%s\"}, population: %d, population_source: Nombre inventé}\n"
                    .formatted(slug, name(slug), POPULATIONS.get(i)));
        }
        return lines.toString();
    }

    private static String name(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
    }

    private static String consultations() {
        return "consultations:\n" + each("""
                  - slug: %1$s
                    action: %1$s
                    title: {fr: "Votre avis : %2$s"}
                    summary: {fr: "Trois questions inventées."}
                    opens: W-4 monday
                    closes: W+52 sunday
                    promise:
                      reads: {fr: "L’équipe du service santé"}
                      can_change: {fr: "Les jours et les heures"}
                      decided: {fr: "L’action continue"}
                      answer_by: W+60 friday
                    questions:
                      - key: important
                        kind: choices
                        title: {fr: "Qu’est-ce qui compte pour vous ?"}
                        options:
                          - {key: horaires, label: {fr: "Les horaires"}}
                          - {key: langue, label: {fr: "La langue"}}
                          - {key: trajet, label: {fr: "Le trajet"}}
                          - {key: accueil, label: {fr: "L’accueil"}}
                      - {key: plu, kind: scale, title: {fr: "Cela vous a-t-il plu ?"}}
                      - {key: mots, kind: text, title: {fr: "Que voulez-vous dire d’autre ?"}, max_length: 1000}
                """);
    }

    private static String numbered(int done, int count, String item) {
        return IntStream.range(done, done + count)
                .mapToObj(number -> item.formatted(
                        "numero-" + number,
                        "Numéro " + number,
                        NEIGHBOURHOODS.get(number % NEIGHBOURHOODS.size()),
                        SPOKEN.get(number % SPOKEN.size()),
                        1 + number % WEEKS,
                        DAYS.get(number % DAYS.size()),
                        10 + number % 10,
                        11 + number % 10))
                .collect(Collectors.joining());
    }

    /** In the same order each time. */
    private static String each(String item) {
        return ACTIONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(action -> item.formatted(action.getKey(), action.getValue()))
                .collect(Collectors.joining());
    }
}
