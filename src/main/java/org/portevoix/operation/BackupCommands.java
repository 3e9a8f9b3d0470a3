package org.portevoix.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.portevoix.seal.Act;
import org.portevoix.seal.Chain;
import org.portevoix.seal.Deed;

/** {@code ./run backup} and {@code ./run restore}. */
final class BackupCommands {
    /** In the data folder: when the last backup was made from here. */
    static final String LAST = "last-backup";

    private static final DateTimeFormatter DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'à' HH:mm", Locale.FRANCE);

    private final Operation operation;

    BackupCommands(Operation operation) {
        this.operation = operation;
    }

    int backup(Path file, boolean keepsSecret) throws SQLException {
        String secret = knownSecret();
        Database database = operation.openDatabase(Operation.Use.SHARED);
        database.refuseSilence();
        operation.opening(() -> Files.deleteIfExists(Backup.draft(file)));
        BackupLines.End end = new Backup(database, secret, keepsSecret, operation::say).write(file.toAbsolutePath());
        operation.folder().write(LAST, Instant.now().toString());
        seal(database, Act.BACKUP_MADE);
        System.out.println("Sauvegarde faite : " + file + ", " + size(file) + ", " + content(end) + ".");
        System.out.println(
                keepsSecret
                        ? "Elle contient le secret du site et des données personnelles : gardez-la à l'abri."
                        : "Elle ne contient pas le secret du site : gardez-le ailleurs, sans lui les codes de suivi"
                                + " n'ouvrent plus rien.");
        return 0;
    }

    /** The secret that the site already has: one made just now would open no receipt. */
    private String knownSecret() {
        String given = operation.givenSecret();
        String known = given.isEmpty() ? operation.folder().read("secret") : given;
        if (known.isEmpty()) {
            throw new Refusal(
                    "Le secret du site n'est pas dans " + operation.folder().path()
                            + " : donnez le bon dossier avec PORTEVOIX_DATA, ou le secret avec PORTEVOIX_SECRET.");
        }
        return known;
    }

    /** A line of the sealed log says so: after a restore, the chain goes on from the backup's last line. */
    private static void seal(Database database, Act act) throws SQLException {
        try (Connection site = database.siteConnection()) {
            site.setAutoCommit(false);
            Chain.append(site, Clock.systemUTC(), List.of(Deed.of(act)));
            site.commit();
        }
    }

    private static String content(BackupLines.End end) {
        return end.tables() + " tables, " + Progress.number(end.rows()) + " lignes";
    }

    private static String size(Path file) {
        long bytes = file.toFile().length();
        return bytes < 1_000_000
                ? Progress.number(bytes / 1_000 + 1) + " ko"
                : Progress.number(bytes / 1_000_000 + 1) + " Mo";
    }

    int check(Path file) throws SQLException {
        System.out.println(summary(new BackupFile(file, operation::say).check()) + ". Le fichier est entier.");
        return 0;
    }

    private static String summary(BackupFile.Content content) {
        String made =
                DAY_AND_HOUR.format(Instant.parse(content.start().madeAt()).atZone(ZoneId.of("Europe/Paris")));
        return "Sauvegarde du " + made + ", " + content(content.end()) + ", "
                + (content.start().secret() == null ? "sans" : "avec") + " le secret du site";
    }

    int restore(Path path, boolean replace) throws SQLException {
        BackupFile file = new BackupFile(path, operation::say);
        BackupFile.Content content = file.check();
        operation.say(summary(content) + ".");
        String secret = secret(content.start(), replace);
        Database database = operation.openDatabase(Operation.Use.ALONE);
        Restore restore = new Restore(database, file, operation::say);
        restore.refuseUnfit(content, replace);
        if (operation.givenSecret().isEmpty()) {
            operation.folder().write("secret", secret);
        }
        restore.write(content);
        seal(database, Act.BACKUP_RESTORED);
        System.out.println("Tout est restauré, relu et comparé : " + content(content.end()) + ".");
        return 0;
    }

    /** The secret that the receipts of this backup need: the operator's, the data folder's, or the backup's own. */
    private String secret(BackupLines.Start start, boolean replace) {
        String given = operation.givenSecret();
        if (!given.isEmpty()) {
            if (!BackupLines.mark(given).equals(start.secretMark())) {
                throw new Refusal(
                        "PORTEVOIX_SECRET n'est pas le secret de cette sauvegarde : avec lui, les codes de suivi"
                                + " n'ouvriraient plus rien.");
            }
            return given;
        }
        String kept = operation.folder().read("secret");
        if (BackupLines.mark(kept).equals(start.secretMark())) {
            return kept;
        }
        if (!kept.isEmpty() && !replace) {
            throw new Refusal("Le dossier de données " + operation.folder().path()
                    + " a un autre secret que celui de la sauvegarde : restaurez dans un dossier neuf (PORTEVOIX_DATA),"
                    + " ou ajoutez --replace pour le remplacer.");
        }
        if (start.secret() == null) {
            throw new Refusal("La sauvegarde ne contient pas le secret du site : donnez-le avec PORTEVOIX_SECRET.");
        }
        return start.secret();
    }
}
