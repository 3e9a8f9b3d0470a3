package org.portevoix.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * A photograph as residents get it: drawn anew as a JPEG, so that nothing of the file that was sent is left in it (place, camera,
 * hidden content), upright, and light enough for a slow network.
 */
record SmallPhoto(byte[] bytes, int width, int height) {

    static final int MOST_BYTES = 30 * 1024;
    static final int MOST_SENT_BYTES = 10 << 20;
    /** What the cameras of phones give; a small file may claim far more and fill the memory. */
    private static final long MOST_POINTS = 25_000_000;

    private static final int LONGEST_SIDE = 12_000;
    private static final int[] SIDES = {800, 640, 480, 360, 240, 120};
    private static final float[] QUALITIES = {0.75f, 0.6f, 0.45f};
    /** One at a time on this machine: each may take a hundred megabytes while it is read. */
    private static final Object ROOM = new Object();

    /**
     * What became of a file: a photograph, or why it is none.
     *
     * @param problem key of the message; "" where there is a photograph
     */
    record Result(@Nullable SmallPhoto photo, String problem) {}

    static Result of(byte[] file) {
        if (file.length == 0) {
            return unfit("no_file");
        }
        if (file.length > MOST_SENT_BYTES) {
            return unfit("too_big");
        }
        String format = format(file);
        if (format.isEmpty()) {
            return unfit("no_photo");
        }
        synchronized (ROOM) {
            try {
                return read(file, format);
            } catch (IOException | RuntimeException brokenFile) {
                return unfit("broken");
            }
        }
    }

    private static Result unfit(String why) {
        return new Result(null, "picture.desk.error." + why);
    }

    /** By the first bytes: no other reader of the platform is ever asked. */
    private static String format(byte[] file) {
        if (starts(file, 0, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        if (starts(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "png";
        }
        return starts(file, 0, 'R', 'I', 'F', 'F') && starts(file, 8, 'W', 'E', 'B', 'P') ? "webp" : "";
    }

    private static boolean starts(byte[] file, int place, int... bytes) {
        if (file.length < place + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[place + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static Result read(byte[] file, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            boolean isJpeg = format.equals("jpeg");
            reader.setInput(input, false, !isJpeg);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_POINTS || Math.max(width, height) > LONGEST_SIDE) {
                return unfit("too_many_points");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(width, height) / (2 * SIDES[0]));
            param.setSourceSubsampling(every, every, 0, 0);
            BufferedImage whole = onPaper(reader.read(0, param));
            Orientation orientation = isJpeg ? orientation(reader) : null;
            return new Result(
                    small(
                            orientation == null
                                    ? whole
                                    : ExifFilterUtils.getFilterForOrientation(orientation)
                                            .apply(whole)),
                    "");
        } finally {
            reader.dispose();
        }
    }

    /** How the phone was held; null where the camera did not say. */
    private static @Nullable Orientation orientation(ImageReader reader) {
        try {
            return ExifUtils.getExifOrientation(reader, 0);
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private static BufferedImage onPaper(BufferedImage image) {
        BufferedImage paper = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return paper;
    }

    private static SmallPhoto small(BufferedImage whole) throws IOException {
        for (int side : SIDES) {
            BufferedImage image = Math.max(whole.getWidth(), whole.getHeight()) <= side
                    ? whole
                    : onPaper(Thumbnails.of(whole).size(side, side).asBufferedImage());
            for (float quality : QUALITIES) {
                byte[] jpeg = jpeg(image, quality);
                if (jpeg.length <= MOST_BYTES) {
                    return new SmallPhoto(jpeg, image.getWidth(), image.getHeight());
                }
            }
        }
        throw new IOException("Nothing can make it small enough");
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
