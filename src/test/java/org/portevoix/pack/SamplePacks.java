package org.portevoix.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.portevoix.TestTown;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.participation.ConcentrationIndex;
import org.portevoix.participation.CountedLedger;
import org.portevoix.participation.Period;
import org.portevoix.report.Report;
import org.portevoix.report.Reports;

/** Packs as a committee receives them, and as nobody would wish them. */
final class SamplePacks {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Instant MADE = Instant.parse("2027-06-14T07:30:00Z");

    private SamplePacks() {}

    /** Draws docs/pictures/pack-fr-*.png again, and prints how long packs take. */
    public static void main(String[] arguments) throws IOException {
        TestTown town = TestTown.open();
        Pack sample = sample(town);
        List<PackFormat> formats = List.of(town.bean(PackPdf.class), town.bean(PackOds.class));
        for (Pack pack : List.of(sample, sample, sample, large(sample, 2000), large(sample, 2000))) {
            for (PackFormat format : formats) {
                System.gc();
                long from = System.nanoTime();
                byte[] file = format.write(pack);
                long took = (System.nanoTime() - from) / 1_000_000;
                Runtime machine = Runtime.getRuntime();
                System.out.printf(
                        "%d actions, %s: %d ms, %d kB, heap %d MB%n",
                        pack.standings().size(),
                        format.ending(),
                        took,
                        file.length / 1024,
                        (machine.totalMemory() - machine.freeMemory()) >> 20);
                keep(pack.standings().size() + "." + format.ending(), file);
            }
        }
        try (PDDocument document = Loader.loadPDF(formats.getFirst().write(sample))) {
            picture(document, 0, "pack-fr-1", ImageType.RGB);
            picture(document, 1, "pack-fr-2", ImageType.RGB);
            picture(document, 5, "pack-fr-6", ImageType.RGB);
            picture(document, 5, "pack-fr-6-grey", ImageType.GRAY);
        }
        town.close();
    }

    private static void picture(PDDocument document, int page, String name, ImageType type) throws IOException {
        ImageIO.write(
                new PDFRenderer(document).renderImageWithDPI(page, 70, type),
                "png",
                Path.of("docs/pictures", name + ".png").toFile());
    }

    /** Of the sample contract, with half a year of participation. */
    static Pack sample(TestTown town) {
        String slug = "dossier-sur-papier";
        if (town.bean(Contracts.class).find(slug).isEmpty()) {
            town.sample(slug);
            long id = town.bean(Contracts.class).find(slug).map(Contract::id).orElseThrow();
            takePart(id);
            CountedLedger.renew(town, id);
        }
        return pack(report(town, slug), voices(), List.of());
    }

    /** Of a contract in which nobody has taken part, and with nothing to say. */
    static Pack empty(TestTown town) {
        String slug = "dossier-vide";
        if (town.bean(Contracts.class).find(slug).isEmpty()) {
            town.smallTown(slug);
        }
        return new Pack(
                report(town, slug),
                "Contrat vide",
                MADE,
                ZONE,
                "0.1.0",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** With every text this one. */
    static Pack of(TestTown town, String text) {
        Report report = sample(town).report();
        List<Report.Table> tables = report.tables().stream()
                .map(table -> new Report.Table(
                        table.key(),
                        text,
                        table.about(),
                        text,
                        table.columns().stream()
                                .map(column -> new Report.Column(column.key(), text))
                                .toList(),
                        table.rows().stream()
                                .limit(3)
                                .map(row -> new Report.Row(row.key(), text, row.kind(), row.values()))
                                .toList(),
                        table.refusal() == null ? null : text,
                        table.isForCommittee()))
                .toList();
        return new Pack(
                with(report, tables),
                text,
                MADE,
                ZONE,
                text,
                List.of(new Pack.Point(text, text)),
                List.of(new Pack.Voice(text, "fr", text, text)),
                List.of(new Pack.First(text, null)),
                List.of(new Pack.Due(null, text, text, LocalDate.of(2027, 7, 1), true)),
                List.of(new Pack.Standing(null, text, text, text, text, text)),
                List.of(new Pack.Change(text, text, text, text, text)));
    }

    static Pack pack(Report report, List<Pack.Voice> voices, List<Pack.Change> changes) {
        return new Pack(
                report,
                "Contrat local de santé de Bobigny 2026-2030",
                MADE,
                ZONE,
                "0.1.0",
                List.of(
                        new Pack.Point(
                                "Ouvrir la permanence de la gare un soir par semaine",
                                "24 avis le demandent ; aucune séance n’y commence après 18 h."),
                        new Pack.Point(
                                "Dire aux habitants ce que devient le parcours du diagnostic plomb",
                                "La réponse promise a 18 jours de retard."),
                        new Pack.Point(
                                "Qui siège pour le conseil citoyen Centre ?",
                                "Son siège est vide depuis deux réunions.")),
                voices,
                List.of(
                        new Pack.First("Se soigner près de chez soi", 45L),
                        new Pack.First("Le bruit et le sommeil", 20L),
                        new Pack.First("Manger bien sans payer plus", null)),
                List.of(
                        new Pack.Due(
                                "answer/samedi",
                                "Des créneaux de médecin le samedi",
                                "La ville",
                                LocalDate.of(2027, 5, 27),
                                true),
                        new Pack.Due(
                                "step/interprete",
                                "Un interprète tamoul à la PMI",
                                "Le département de la Seine-Saint-Denis",
                                LocalDate.of(2027, 7, 2),
                                false)),
                List.of(
                        new Pack.Standing(
                                "mediation", "Accès aux soins", "Médiation santé", "En cours", "En partie", null),
                        new Pack.Standing(
                                "permanence",
                                "Accès aux soins",
                                "Permanence d’accès aux soins de la gare",
                                "En retard",
                                "Pas encore jugé",
                                "Pas de local avant septembre"),
                        new Pack.Standing("plomb", "Logement et santé", "Plomb", "Terminée", "Atteint", null)),
                changes);
    }

    static List<Pack.Voice> voices() {
        return List.of(
                new Pack.Voice(
                        "On attend trois mois pour un rendez-vous, alors on va aux urgences avec les petits.",
                        "fr",
                        null,
                        "Questionnaire « Se soigner à Bobigny »"),
                new Pack.Voice(
                        "لا أحد يشرح لنا الأوراق. نحتاج إلى من يتكلم لغتنا في مركز الصحة.",
                        "ar",
                        "Personne ne nous explique les papiers. Il nous faut quelqu’un qui parle notre langue au centre de santé.",
                        "Rencontre du 12 mai"),
                new Pack.Voice(
                        "மருத்துவமனையில் தமிழ் பேசுபவர் ஒருவர் இருந்தால் நல்லது.",
                        "ta",
                        "Ce serait bien qu’il y ait à l’hôpital quelqu’un qui parle tamoul.",
                        "Café santé"),
                new Pack.Voice("晚上六点以后没有医生，工作的人没办法看病。", "zh", null, "Questionnaire « Se soigner à Bobigny »"),
                new Pack.Voice(
                        "বাড়ির দেয়ালে স্যাঁতসেঁতে ভাব, বাচ্চারা কাশে।",
                        "bn",
                        "Les murs sont humides, les enfants toussent.",
                        "Action « Logement et santé »"),
                new Pack.Voice(
                        "ექიმთან მისვლა ძნელია.", "ka", "Il est difficile d’aller chez le médecin.", "Café santé"));
    }

    static Report with(Report report, List<Report.Table> tables) {
        return new Report(
                report.contract(),
                report.territory(),
                report.period(),
                report.previous(),
                report.periods(),
                report.edition(),
                report.asOf(),
                tables,
                report.curve());
    }

    /** As many actions as the largest contracts of the country have, many times over. */
    static Pack large(Pack sample, int sheets) {
        List<Report.Table> tables = new ArrayList<>();
        for (Report.Table table : sample.report().tables()) {
            boolean isByAction = List.of("sheets", "action", "first_by_action").contains(table.key());
            List<Report.Row> rows = table.rows();
            tables.add(
                    !isByAction
                            ? table
                            : new Report.Table(
                                    table.key(),
                                    table.title(),
                                    table.about(),
                                    table.first(),
                                    table.columns(),
                                    IntStream.range(0, sheets)
                                            .mapToObj(number -> {
                                                Report.Row one = rows.get(number % rows.size());
                                                return new Report.Row(
                                                        "fiche-" + number,
                                                        "Fiche " + number + ". " + one.title(),
                                                        Report.Kind.USUAL,
                                                        one.values());
                                            })
                                            .toList(),
                                    table.refusal(),
                                    table.isForCommittee()));
        }
        return new Pack(
                with(sample.report(), tables),
                sample.title(),
                sample.madeAt(),
                sample.zone(),
                sample.version(),
                sample.toDecide(),
                sample.voices(),
                sample.firsts(),
                sample.due(),
                IntStream.range(0, sheets)
                        .mapToObj(number -> new Pack.Standing(
                                "fiche-" + number,
                                "Axe " + number % 5,
                                "Fiche " + number + " : un titre comme on en écrit, avec ce qu’elle veut changer",
                                "En cours",
                                "En partie",
                                number % 3 == 0 ? "Le local n’est pas prêt avant la rentrée de septembre" : null))
                        .toList(),
                sample.changes());
    }

    static List<ConcentrationIndex.Point> curve() {
        return IntStream.rangeClosed(0, 12)
                .mapToObj(point -> new ConcentrationIndex.Point(point / 12., Math.pow(point / 12., .72)))
                .toList();
    }

    private static Report report(TestTown town, String slug) {
        Contract contract = town.bean(Contracts.class).find(slug).orElseThrow();
        Report report = town.bean(Reports.class).of(contract, Period.WHOLE, true);
        return report.edition() == 0
                ? report
                : new Report(
                        report.contract(),
                        report.territory(),
                        report.period(),
                        report.previous(),
                        report.periods(),
                        report.edition(),
                        report.asOf(),
                        report.tables(),
                        curve());
    }

    private static void takePart(long contract) {
        List<String> sheets = TestTown.rows("SELECT id FROM action_sheet WHERE contract_id = ? ORDER BY id", contract);
        List<String> homes =
                TestTown.rows("SELECT slug FROM neighbourhood WHERE contract_id = ? ORDER BY id", contract);
        String[][] acts = {
            {"OPINION", "CONSULTED", "WEB"},
            {"PRESENCE", "SPECTATOR", "MEETING"},
            {"OPINION", "CONSULTED", "PAPER"},
            {"TASK", "ACTOR", "MEETING"},
            {"HEAD_COUNT", "SPECTATOR", "MEETING"},
            {"SEAT", "DECIDER", "MEETING"},
            {"OPINION", "CONTRIBUTOR", "WEB"}
        };
        String[] ages = {"20-39", "60-74", "40-59", null, "75+"};
        String[] phases = {"DIAGNOSIS", "IMPLEMENTATION", "EVALUATION"};
        for (int i = 0; i < 60; i++) {
            String[] act = acts[i % acts.length];
            boolean isRoom = act[0].equals("HEAD_COUNT");
            write(
                    contract,
                    "2027-0" + (1 + i % 6),
                    act,
                    i % 4 == 0 ? null : sheets.get(i % sheets.size()),
                    homes.isEmpty() || i % 9 == 0 ? null : homes.get(i % homes.size()),
                    isRoom ? null : ages[i % ages.length],
                    isRoom ? null : i % 3 == 0 ? "man" : "woman",
                    isRoom ? null : i % 2 == 0,
                    phases[i % 3].equals("IMPLEMENTATION") ? "DIAGNOSIS" : phases[0],
                    isRoom ? 35 + i : 12 + i % 17 - (i % 11 == 0 ? 9 : 0));
        }
    }

    private static void write(
            long contract,
            String month,
            String[] act,
            @Nullable String sheet,
            @Nullable String home,
            @Nullable String age,
            @Nullable String gender,
            @Nullable Boolean first,
            String phase,
            int count) {
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, action_sheet_id, home, age_band,
                    gender, first_time, phase, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, contract, month, act[0], act[1], act[2], sheet, home, age, gender, first, phase, count);
    }

    /** For a look: target/pack. */
    static void keep(String name, byte[] file) throws IOException {
        Path folder = Path.of("target/pack");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), file);
    }
}
