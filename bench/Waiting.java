import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.portevoix.search.Words;

/**
 * Fills a contract with opinions that wait for a reading, as many years of them would be: words, languages, flags, some in distress.
 * Arguments: data folder, slug of the contract, how many. They are nobody's, and no line of the ledger tells of them.
 */
final class Waiting {
    private static final int BATCH = 1_000;
    private static final String[] LANGUAGES = {"fr", "fr", "fr", "fr", "fr", "fr", "ar", "ar", "en", "es", "pt", "tr", "ta", "zh"};
    private static final String WORDS = "Plus de bancs au parc, pour souffler quand on marche avec les enfants, et un guichet ouvert"
            + " le soir : je travaille la journée et je ne peux jamais appeler le 06 12 34 56 78 avant dix-huit heures. Merci à vous. ";

    private static final String ARABIC = "نريد عيادة قريبة من المدرسة ومواعيد في المساء لأن الحافلة تتأخر كل يوم. ";
    private static final String CHINESE = "希望社区医院周末也能看牙医，公交车太少，老人走路很累。";
    private static final String[] SUBJECTS = {"logement", "trottoir", "docteur", "école", "marché", "bruit", "poubelles", "éclairage",
        "métro", "pharmacie", "jardin", "cuisine", "vaccin", "dentiste", "papiers", "traduction", "sommeil", "sport", "tabac", "crèche"};

    private Waiting() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1) {
            try (Connection owner = connection(Path.of(arguments[0]))) {
                System.out.println(number(owner, "SELECT COUNT(*) FROM opinion_word"));
            }
            return;
        }
        int count = Integer.parseInt(arguments[2]);
        try (Connection owner = connection(Path.of(arguments[0]))) {
            owner.setAutoCommit(false);
            long contract = number(owner, "SELECT id FROM contract WHERE slug = '" + arguments[1] + "'");
            long[] asked = numbers(owner, "SELECT DISTINCT c.id FROM consultation c JOIN question q ON q.consultation_id = c.id"
                    + " WHERE c.contract_id = " + contract + " AND q.kind = 'TEXT' ORDER BY c.id");
            long[] questions = new long[asked.length];
            for (int i = 0; i < asked.length; i++) {
                questions[i] = number(owner, "SELECT MIN(id) FROM question WHERE kind = 'TEXT' AND consultation_id = " + asked[i]);
            }
            fill(owner, contract, asked, questions, count);
            try (Statement statement = owner.createStatement()) {
                statement.execute("ANALYZE TABLE opinion, opinion_flag, answer, opinion_word");
            }
            owner.commit();
            System.out.println(number(owner, "SELECT COUNT(*) FROM opinion WHERE state = 'WAITING' AND contract_id = " + contract));
        }
    }

    private static void fill(Connection owner, long contract, long[] asked, long[] questions, int count) throws Exception {
        Random random = new Random(50_000);
        LocalDateTime begin = LocalDateTime.of(2026, 1, 1, 8, 0);
        long first = number(owner, "SELECT COALESCE(MAX(id), 0) + 1 FROM opinion");
        try (PreparedStatement opinion = owner.prepareStatement("INSERT INTO opinion (id, contract_id, consultation_id,"
                        + " receipt_hash, submission_hash, received_at, state, has_words, may_show, month, level, channel, home,"
                        + " language, turn, is_looked_at) VALUES (?, ?, ?, ?, ?, ?, 'WAITING', TRUE, ?, '2026-01', 'CONSULTED', 'WEB', 'inconnu', ?, ?, TRUE)");
                PreparedStatement answer = owner.prepareStatement(
                        "INSERT INTO answer (opinion_id, question_id, choice, body) VALUES (?, ?, 0, ?)");
                PreparedStatement word =
                        owner.prepareStatement("INSERT INTO opinion_word (opinion_id, word, contract_id) VALUES (?, ?, ?)");
                PreparedStatement flag = owner.prepareStatement(
                        "INSERT INTO opinion_flag (opinion_id, kind) VALUES (?, ?)")) {
            for (int i = 0; i < count; i++) {
                long id = first + i;
                int which = random.nextInt(100) == 0 ? asked.length - 1 : random.nextInt(Math.max(1, asked.length - 1));
                boolean isGrave = random.nextInt(2_000) == 0;
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(("waiting " + id).getBytes());
                opinion.setLong(1, id);
                opinion.setLong(2, contract);
                opinion.setLong(3, asked[which]);
                opinion.setBytes(4, hash);
                opinion.setBytes(5, hash);
                opinion.setObject(6, begin.plusSeconds(i * 60L + random.nextInt(60)));
                opinion.setBoolean(7, random.nextInt(4) > 0);
                // One in ten thousand in a language that is seldom: the worst a filter can meet.
                String language = i % 10_000 == 9_999 ? "bn" : LANGUAGES[random.nextInt(LANGUAGES.length)];
                opinion.setString(8, language);
                opinion.setInt(9, isGrave ? 0 : 1);
                opinion.addBatch();
                answer.setLong(1, id);
                answer.setLong(2, questions[which]);
                String said = said(language, i, random);
                answer.setString(3, said);
                answer.addBatch();
                for (String one : Words.kept(List.of(said))) {
                    word.setLong(1, id);
                    word.setString(2, one);
                    word.setLong(3, contract);
                    word.addBatch();
                }
                if (isGrave) {
                    flag(flag, id, "DISTRESS");
                }
                if (random.nextInt(3) == 0) {
                    flag(flag, id, "TELEPHONE");
                }
                if (i % 10_000 == 5_000) {
                    flag(flag, id, "IBAN");
                }
                if (i % BATCH == BATCH - 1 || i == count - 1) {
                    opinion.executeBatch();
                    answer.executeBatch();
                    word.executeBatch();
                    flag.executeBatch();
                    owner.commit();
                }
            }
        }
    }

    /** Two words that are never together, each in a tenth; one in 10,000. */
    private static String said(String language, int number, Random random) {
        String subjects = SUBJECTS[random.nextInt(SUBJECTS.length)] + " " + SUBJECTS[random.nextInt(SUBJECTS.length)];
        String more = number % 10 == 0 ? " piscine" : number % 10 == 1 ? " cantine" : "";
        String rare = number % 10_000 == 7_777 ? " ascenseur" : "";
        return switch (language) {
            case "ar" -> ARABIC + number;
            case "zh" -> CHINESE + number;
            default -> WORDS + subjects + more + rare + " " + number;
        };
    }

    private static void flag(PreparedStatement flag, long id, String kind) throws SQLException {
        flag.setLong(1, id);
        flag.setString(2, kind);
        flag.addBatch();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return numbers(connection, sql)[0];
    }

    private static long[] numbers(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var all = java.util.stream.LongStream.builder();
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
            return all.build().toArray();
        }
    }

    private static Connection connection(Path folder) throws Exception {
        String port = Files.readString(folder.resolve("port")).strip();
        String password = Files.readString(folder.resolve("owner-password")).strip();
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/portevoix?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                        + "&rewriteBatchedStatements=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                "portevoix_owner",
                password);
    }
}
