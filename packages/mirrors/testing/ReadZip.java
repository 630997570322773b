import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads an archive from the front, as Android apps do, and prints hash and name of every entry. `javac --release 8`. */
public class ReadZip {
  public static void main(String[] args) throws Exception {
    byte[] buffer = new byte[65536];
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(new FileInputStream(args[0])))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int got; (got = zip.read(buffer)) > 0; ) digest.update(buffer, 0, got);
        StringBuilder hex = new StringBuilder();
        for (byte one : digest.digest()) hex.append(String.format("%02x", one));
        System.out.println(hex + " " + entry.getName());
      }
    }
  }
}
