package org.portevoix.operation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;

/** A backup, read from its first line to its last and checked on the way: whole, in order, not one byte changed. */
final class BackupFile {
    private static final int LONGEST_LINE = 256 << 20;

    private final Path path;
    private final Consumer<String> say;

    BackupFile(Path path, Consumer<String> say) {
        this.path = path;
        this.say = say;
    }

    /** What is done with what the file holds. */
    interface Reader {
        void start(BackupLines.Start start) throws SQLException;

        void table(StoredTable table) throws SQLException;

        void row(String[] values) throws SQLException;

        void tableEnd(BackupLines.TableEnd end) throws SQLException;
    }

    /** What the file says of itself, all of it checked. */
    record Content(BackupLines.Start start, List<StoredTable> tables, BackupLines.End end) {}

    Content check() throws SQLException {
        return read("Je vérifie le fichier", new Reader() {
            @Override
            public void start(BackupLines.Start start) {}

            @Override
            public void table(StoredTable table) {}

            @Override
            public void row(String[] values) {}

            @Override
            public void tableEnd(BackupLines.TableEnd end) {}
        });
    }

    /** Gives the file's content to the reader; what was given is sure only once this returns. */
    Content read(String work, Reader reader) throws SQLException {
        try (InputStream file = Files.newInputStream(path);
                InputStream in = new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16)) {
            return new Reading(in, reader, new Progress(say, work)).all();
        } catch (NoSuchFileException missing) {
            throw new Refusal("Le fichier " + path + " n'existe pas.", missing);
        } catch (ZipException | EOFException | JacksonException broken) {
            throw damaged();
        } catch (IOException failure) {
            throw new Refusal("Je ne peux pas lire " + path + " : " + failure.getMessage(), failure);
        }
    }

    private Refusal damaged() {
        return new Refusal(
                "Le fichier " + path
                        + " n'est pas une sauvegarde de Porte-Voix, ou il est abîmé, ou il n'est pas entier : prenez-en une autre.");
    }

    private final class Reading {
        private final InputStream in;
        private final Reader reader;
        private final Progress progress;
        private final MessageDigest digest = TableDigest.sha256();
        private final List<StoredTable> tables = new ArrayList<>();
        private long rows;

        private Reading(InputStream in, Reader reader, Progress progress) {
            this.in = in;
            this.reader = reader;
            this.progress = progress;
        }

        private Content all() throws IOException, SQLException {
            BackupLines.Start start = start(next());
            reader.start(start);
            while (true) {
                byte[] line = next();
                String before = HexFormat.of().formatHex(copy(digest).digest());
                if (BackupLines.isEnd(line)) {
                    return new Content(start, tables, end(line, before));
                }
                count(line);
                table(BackupLines.read(line, StoredTable.class));
            }
        }

        private BackupLines.Start start(byte[] line) {
            count(line);
            BackupLines.Start start = BackupLines.read(line, BackupLines.Start.class);
            if (!BackupLines.KIND.equals(start.kind())) {
                throw damaged();
            }
            if (start.format() != BackupLines.FORMAT) {
                throw new Refusal("Le fichier " + path + " est d'un Porte-Voix plus récent (format " + start.format()
                        + ") : mettez d'abord celui-ci à jour.");
            }
            return start;
        }

        private void table(StoredTable table) throws IOException, SQLException {
            if (table.table() == null || table.columns() == null) {
                throw damaged();
            }
            reader.table(table);
            TableDigest read = new TableDigest();
            byte[] line = next();
            while (line.length > 0 && line[0] == '[') {
                count(line);
                read.add(line);
                reader.row(BackupLines.read(line, String[].class));
                progress.row(table.table());
                line = next();
            }
            count(line);
            BackupLines.TableEnd end = BackupLines.read(line, BackupLines.TableEnd.class);
            if (end.rows() != read.rows() || !read.hex().equals(end.digest())) {
                throw damaged();
            }
            reader.tableEnd(end);
            tables.add(table);
            rows += read.rows();
        }

        private BackupLines.End end(byte[] line, String before) throws IOException {
            BackupLines.End end = BackupLines.read(line, BackupLines.End.class);
            if (!before.equals(end.digest()) || end.tables() != tables.size() || end.rows() != rows || in.read() >= 0) {
                throw damaged();
            }
            return end;
        }

        private void count(byte[] line) {
            digest.update(line);
            digest.update((byte) '\n');
        }

        private byte[] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(256);
            int read = in.read();
            while (read >= 0 && read != '\n') {
                if (line.size() >= LONGEST_LINE) {
                    throw damaged();
                }
                line.write(read);
                read = in.read();
            }
            if (read < 0) {
                throw damaged();
            }
            return line.toByteArray();
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException(never);
        }
    }
}
