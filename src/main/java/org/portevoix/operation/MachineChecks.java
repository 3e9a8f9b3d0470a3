package org.portevoix.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the doctor looks at on the machine and in the data folder. */
final class MachineChecks {
    private static final int JAVA = 25;
    private static final long LITTLE_MEMORY_MB = 200;
    private static final long LITTLE_ROOM_MB = 1_000;
    private static final long NO_ROOM_MB = 200;
    private static final long FIRST_START_MB = 600;
    private static final Duration OLD_BACKUP = Duration.ofHours(50);
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable: *([0-9]+) kB");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final DataFolder folder;
    private final String givenSecret;

    MachineChecks(DataFolder folder, String givenSecret) {
        this.folder = folder;
        this.givenSecret = givenSecret;
    }

    List<Finding> all() {
        return List.of(java(), memory(), room(), rights(), secret(), backup());
    }

    private static Finding java() {
        String version = Runtime.version().toString();
        return Runtime.version().feature() >= JAVA
                ? Finding.good("Java " + version)
                : Finding.fault("Java " + version + " est trop ancien : installez un JDK " + JAVA + " ou plus récent.");
    }

    private static Finding memory() {
        long ours = Runtime.getRuntime().maxMemory() >> 20;
        long available;
        try {
            Matcher matcher = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
            available = matcher.find() ? Long.parseLong(matcher.group(1)) >> 10 : Long.MAX_VALUE;
        } catch (IOException notLinux) {
            available = Long.MAX_VALUE;
        }
        String line = "Mémoire : au plus " + ours + " Mo pour Java";
        if (available == Long.MAX_VALUE) {
            return Finding.good(line);
        }
        line += ", " + available + " Mo libres sur la machine";
        return available < LITTLE_MEMORY_MB
                ? Finding.fault(line + " : c'est trop peu, arrêtez d'autres programmes ou ajoutez de la mémoire.")
                : Finding.good(line);
    }

    private Finding room() {
        long free = folder.writing(() -> Files.getFileStore(folder.path()).getUsableSpace()) / 1_000_000;
        String line = "Disque : " + Progress.number(free) + " Mo libres pour " + folder.path();
        boolean isInstalled = Files.isDirectory(folder.resolve("database"));
        if (free < NO_ROOM_MB || !isInstalled && free < FIRST_START_MB) {
            return Finding.fault(line + " : faites de la place.");
        }
        return free < LITTLE_ROOM_MB ? Finding.remark(line + " : pensez à faire de la place.") : Finding.good(line);
    }

    private Finding rights() {
        Path path = folder.path();
        if (!Files.isWritable(path)) {
            return Finding.fault("Je n'ai pas le droit d'écrire dans le dossier de données " + path
                    + " : donnez-le à ce compte (chown).");
        }
        return isOpenToOthers(path)
                ? Finding.fault("D'autres comptes voient le dossier de données " + path + " : chmod 700 " + path)
                : Finding.good("Dossier de données " + path + ", pour ce compte seul");
    }

    private boolean isOpenToOthers(Path path) {
        return folder.writing(() -> Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains));
    }

    private Finding secret() {
        if (!givenSecret.isEmpty()) {
            return givenSecret.length() < 32
                    ? Finding.fault("PORTEVOIX_SECRET est trop court : prenez-en un de 32 signes au moins, au hasard"
                            + " (openssl rand -base64 32), avant les premiers avis.")
                    : Finding.good("Secret du site : celui de PORTEVOIX_SECRET");
        }
        Path file = folder.resolve("secret");
        if (!Files.exists(file)) {
            return Finding.remark("Pas encore de secret du site : ./run le crée.");
        }
        return isOpenToOthers(file)
                ? Finding.fault("D'autres comptes lisent le secret du site : chmod 600 " + file)
                : Finding.good("Secret du site : " + file + ", pour ce compte seul");
    }

    private Finding backup() {
        String last = folder.read(BackupCommands.LAST);
        if (last.isEmpty()) {
            return Finding.remark("Aucune sauvegarde faite d'ici : ./run backup FICHIER (docs/operations.md).");
        }
        Duration age = Duration.between(Instant.parse(last), Instant.now());
        String line = "Dernière sauvegarde faite d'ici : il y a "
                + (age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " jours");
        return age.compareTo(OLD_BACKUP) > 0 ? Finding.remark(line + " : refaites-en une.") : Finding.good(line);
    }
}
