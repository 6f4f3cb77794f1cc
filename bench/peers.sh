# SPDX-License-Identifier: Apache-2.0
# bench/run reads this: the programs that Enact is measured against, with the same text. Each is set
# up in a folder of its own with Debian's defaults and served on 127.0.0.1; nothing of the machine's
# own set-up is read or changed.

# A picture is demanded of every ZIM file: 48 by 48 points of one colour.
one_colour_png() {
  python3 - "$1" << 'END'
import struct, sys, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = (b"\0" + b"\x1f\x6f\x8b" * 48) * 48
with open(sys.argv[1], "wb") as png:
    png.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 48, 48, 8, 2, 0, 0, 0)) +
              chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
END
}

# start_kiwix FOLDER PAGES PORT: PAGES as one ZIM file, at /playbook/ of PORT.
start_kiwix() {
  mkdir -p "$1"
  cp -r "$2" "$1/pages"
  one_colour_png "$1/pages/illustration.png"
  zimwriterfs --welcome=index.html --illustration=illustration.png --language=eng --title=Playbook \
    --description=Playbook --creator=Enact --publisher=Enact --name=playbook \
    "$1/pages" "$1/playbook.zim" > "$1/zimwriterfs.log" 2>&1
  start "$1/log" kiwix-serve --address=127.0.0.1 --port="$3" "$1/playbook.zim"
}

# start_wordpress FOLDER PAGES PORT: the plays of PAGES as posts. Apache with PHP inside it and
# MariaDB, all on the one core. Prints nothing; the address of the first post is in FOLDER/post.
start_wordpress() {
  local folder=$1 pages=$2 port=$3 as_mysql=()
  mkdir -p "$folder/db"
  cp -rL /usr/share/wordpress "$folder/site" 2> /dev/null || true
  chmod -R a+rX "$folder"
  if [ "$(id -u)" = 0 ]; then
    chown mysql "$folder/db"
    as_mysql=(--user=mysql)
  fi
  mariadb-install-db --no-defaults --datadir="$folder/db" --auth-root-authentication-method=normal \
    --skip-test-db "${as_mysql[@]}" > "$folder/db.log" 2>&1
  start "$folder/db.log" mariadbd --no-defaults --datadir="$folder/db" --socket="$folder/db/socket" \
    --pid-file="$folder/db/pid" --skip-networking "${as_mysql[@]}"
  wordpress_db=$started
  local try
  for try in $(seq 100); do
    mysql --no-defaults -S "$folder/db/socket" -u root -e 'create database wordpress' \
      2> "$folder/db.try" && break
    sleep 0.1
  done
  cat > "$folder/site/wp-config.php" << END
<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:$folder/db/socket');
define('WP_HOME', 'http://127.0.0.1:$port');
define('WP_SITEURL', 'http://127.0.0.1:$port');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', '$folder/site/');
require_once ABSPATH . 'wp-settings.php';
END
  cat > "$folder/fill.php" << 'END'
<?php
define('WP_INSTALLING', true);
[$self, $site, $pages] = $argv;
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require "$site/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_new_blog_notification() {}
wp_install('Playbook', 'bench', 'bench@localhost.invalid', false, '', bin2hex(random_bytes(12)));
$first = 0;
foreach (glob("$pages/plays/*.html") as $file) {
  preg_match('~<main[^>]*>(.*)</main>~s', file_get_contents($file), $found);
  $id = wp_insert_post(['post_title' => basename($file, '.html'), 'post_content' => $found[1],
                        'post_status' => 'publish', 'post_author' => 1]);
  if (basename($file) === '1-1.html') $first = $id;
}
echo "/?p=$first\n";
END
  php "$folder/fill.php" "$folder/site" "$pages" > "$folder/post" 2> "$folder/fill.log"
  cat > "$folder/apache.conf" << END
ServerRoot $folder
ServerName 127.0.0.1
Listen 127.0.0.1:$port
PidFile $folder/apache.pid
ErrorLog $folder/apache.log
User www-data
Group www-data
LoadModule mpm_prefork_module /usr/lib/apache2/modules/mod_mpm_prefork.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
LoadModule php_module $(ls /usr/lib/apache2/modules/libphp*.so | head -1)
TypesConfig /etc/mime.types
DirectoryIndex index.php
DocumentRoot $folder/site
<FilesMatch "\.php$">
  SetHandler application/x-httpd-php
</FilesMatch>
END
  # Apache's own worker processes reach the database through its folder.
  chmod a+rx "$folder/db"
  start "$folder/apache.start" apache2 -f "$folder/apache.conf" -DFOREGROUND
}
