-- name: touch_edition
update app_editions set number = number + 1 where area = 'public';

-- name: public_edition
select number from app_editions where area = 'public';
