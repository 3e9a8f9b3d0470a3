package org.portevoix.operation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that holds what must outlive the program: the embedded database, its passwords, the site's secret. For its owner's eyes alone. */
public final class DataFolder implements Closeable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int SECRET_BYTES = 32;

    private static final String SERVES = "serve";
    private static final String COMMANDS = "command";

    private final Path path;
    private @Nullable FileChannel lock;
    private @Nullable FileChannel use;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Creates the folder if it is missing. */
    public static DataFolder at(Path path) {
        DataFolder folder = new DataFolder(path.toAbsolutePath().normalize());
        folder.writing(() -> Files.createDirectories(folder.path, OWNER_FOLDER));
        return folder;
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * Takes the folder for this process, which will run the database in it; the system gives it back when the process ends, however
     * it ends.
     *
     * @return false when another process holds it
     */
    public boolean lock() {
        return lock(SERVES);
    }

    /** The same for a command, which gives it back soon: a site that wants to open waits for it. */
    boolean lockForACommand() {
        return lock(COMMANDS);
    }

    private boolean lock(String what) {
        if (lock != null) {
            return true;
        }
        return writing(() -> {
            FileChannel channel = FileChannel.open(
                    resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_FILE);
            if (!locked(channel, false)) {
                channel.close();
                return false;
            }
            String holder = ProcessHandle.current().pid() + " " + what;
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
            lock = channel;
            return true;
        });
    }

    /**
     * Says that this process uses the database that another one runs here, which then waits for its end before it stops it.
     *
     * @return false when the database is just being stopped
     */
    boolean use() {
        return use != null || users(true);
    }

    /** For the process that runs the database: true once no other process uses it, and from then on none can. */
    boolean isUnused() {
        return use != null || users(false);
    }

    private boolean users(boolean shared) {
        return writing(() -> {
            FileChannel channel = FileChannel.open(
                    resolve("users"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    OWNER_FILE);
            if (!locked(channel, shared)) {
                channel.close();
                return false;
            }
            use = channel;
            return true;
        });
    }

    private static boolean locked(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared) != null;
        } catch (OverlappingFileLockException alreadyOurs) {
            return false;
        }
    }

    /** The number of the process that took the folder last; empty when none has. Not to be asked by the one that holds it. */
    String holder() {
        return read("lock").split(" ", 2)[0];
    }

    /** True when the folder is a serving site's, and not a command's that will soon give it back. */
    boolean isHeldByASite() {
        String[] holder = read("lock").split(" ", 2);
        return holder[0].matches("[0-9]+")
                && ProcessHandle.of(Long.parseLong(holder[0])).isPresent()
                && (holder.length < 2 || holder[1].equals(SERVES));
    }

    /** The key of receipts and of what is encrypted: 32 random bytes in base64, made once. Whoever loses it loses the receipts. */
    public String secret() {
        return randomOnce("secret");
    }

    /** The content of a file of this folder, trimmed; empty when there is none. */
    String read(String name) {
        return writing(() -> {
            try {
                return Files.readString(resolve(name)).strip();
            } catch (NoSuchFileException none) {
                return "";
            }
        });
    }

    /** The random value kept in the file of that name, made at its first reading; two processes that make it at once get the same. */
    String randomOnce(String name) {
        String known = read(name);
        if (!known.isEmpty()) {
            return known;
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = resolve(name + "." + ProcessHandle.current().pid());
        writing(() -> {
            create(draft, Base64.getEncoder().encodeToString(random));
            try {
                Files.createLink(resolve(name), draft);
            } catch (FileAlreadyExistsException madeMeanwhile) {
                // The other's value is the one to read.
            } finally {
                Files.delete(draft);
            }
            return name;
        });
        return read(name);
    }

    /** Writes a file that its owner alone can read, whole or not at all. */
    void write(String name, String content) {
        Path draft = resolve(name + ".new");
        writing(() -> {
            create(draft, content);
            return Files.move(
                    draft, resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    private static void create(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        createOwned(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** An empty file that its owner alone can read. */
    static void createOwned(Path file) throws IOException {
        Files.createFile(file, OWNER_FILE);
    }

    /** Makes an empty folder, in place of what an interrupted start may have left there. */
    Path emptyFolder(String name) {
        delete(name);
        return writing(() -> Files.createDirectory(resolve(name), OWNER_FOLDER));
    }

    /** Deletes a file, or a folder with all it holds; links are deleted, never followed. */
    void delete(String name) {
        Path doomed = resolve(name);
        if (!Files.exists(doomed, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        writing(() -> {
            List<Path> deepestFirst;
            try (Stream<Path> walk = Files.walk(doomed)) {
                deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
            return doomed;
        });
    }

    /** What fails on disk becomes one line that says what to do about it. */
    <T> T writing(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw refusal(failure);
        }
    }

    private Refusal refusal(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota exceeded")) {
            return diskFull(failure);
        }
        if (failure instanceof AccessDeniedException || lower.contains("read-only file system")) {
            return new Refusal(
                    "Je n'ai pas le droit d'écrire dans le dossier de données " + path
                            + " : donnez-le à ce compte, ou choisissez-en un autre avec PORTEVOIX_DATA.",
                    failure);
        }
        return new Refusal("Je ne peux pas me servir du dossier de données " + path + " : " + reason, failure);
    }

    Refusal diskFull(@Nullable Throwable cause) {
        String line = "Le disque est plein : il faut 600 Mo libres pour le dossier de données " + path
                + " (ou un autre, avec PORTEVOIX_DATA).";
        return cause == null ? new Refusal(line) : new Refusal(line, cause);
    }

    @Override
    public void close() {
        letGo(lock);
        letGo(use);
        lock = null;
        use = null;
    }

    private static void letGo(@Nullable FileChannel held) {
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException gone) {
            // The process is ending: the system lets go of the lock.
        }
    }

    /** Work on files. */
    interface FileWork<T> {
        T run() throws IOException;
    }
}
